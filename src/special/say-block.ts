import { type Html, html } from '../messages/html.ts'
import { say as sayPlainly } from '../messages/say.ts'
import { sayTime } from '../messages/say-time.ts'
import type { PageCall } from './page.ts'

/** Says by whom, why and until when the visitor is blocked from the whole wiki, if so. */
export async function sayBlock({ user, say, text, language }: PageCall): Promise<Html | undefined> {
  const block = await user.block()
  if (!block?.sitewide) return undefined

  const { byName, reason, expires } = block
  const why = typeof reason === 'string' ? reason : sayPlainly(reason, language, 'plaintext')
  const until = expires === undefined ? text('infiniteblock') : sayTime(expires, language)
  return html`<p>${say('pages-error-blocked')}</p>
<dl>
<dt>${say('pages-blocked-by')}</dt><dd><bdi>${byName || '–'}</bdi></dd>
<dt>${say('pages-blocked-why')}</dt><dd>${why || say('blockednoreason')}</dd>
<dt>${say('pages-blocked-until')}</dt><dd>${until}</dd>
</dl>`
}
