import { html } from '../messages/html.ts'
import { definePage } from './page.ts'

/** What stands where no page is. */
export const missingPage = definePage({
  name: 'Badtitle',
  title: 'pages-missing',
  isListed: false,

  answer({ say }) {
    return {
      status: 404,
      body: html`<div class="noarticletext"><p>${say('pages-missing-text')}</p></div>`,
    }
  },
})

/** What stands where no special page is. */
export const noSuchSpecialPage = definePage({
  name: 'Badtitle',
  title: 'nosuchspecialpage',
  isListed: false,

  answer({ say }) {
    return { status: 404, body: html`<p>${say('pages-nosuchspecialpage-text')}</p>` }
  },
})
