import { type Html, html } from '../../messages/html.ts'
import type { PageAnswer, PageCall } from '../page.ts'

/** The licence of the server and of all extensions that it brings. */
export function showLicense(given: string, call: PageCall): PageAnswer {
  const { say, text } = call
  const name = nameOf(given)
  return {
    title: text('version-license-title', name),
    ...(isHere(name, call)
      ? { body: licenseNotice(call) }
      : { status: 404, body: html`<p>${say('version-license-not-found')}</p>` }),
  }
}

/** Whose work it is. */
export function showCredits(given: string, call: PageCall): PageAnswer {
  const { say, text } = call
  const name = nameOf(given)
  return {
    title: text('version-credits-title', name),
    ...(isHere(name, call)
      ? { body: html`<p>${say('pages-version-credits')}</p>` }
      : { status: 404, body: html`<p>${say('version-credits-not-found')}</p>` }),
  }
}

/** What whoever passes the server on has to know. */
export function licenseNotice({ say }: PageCall): Html {
  return html`<div class="mw-version-license-info"><p>${say('version-license-info')}</p>
<p>${say('pages-version-warranty')}</p></div>
`
}

/** Links that name nothing mean the wiki's software, by the name that clients know. */
function nameOf(given: string): string {
  return given === '' ? 'MediaWiki' : given.replaceAll('_', ' ')
}

function isHere(name: string, { settings }: PageCall): boolean {
  return ['MediaWiki', 'Jeton', ...settings.Extensions].includes(name)
}
