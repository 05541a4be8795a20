import { type Html, html } from '../messages/html.ts'
import { findReturn } from './find-return.ts'
import type { PageCall } from './page.ts'

/** The way back to where the visitor came from, or to the main page. */
export async function returnLink(call: PageCall): Promise<Html> {
  const { title, address } = await findReturn(call)
  return html`<p id="mw-returnto">${call.say('returnto', html`<a href="${address}"><bdi>${title}</bdi></a>`)}</p>`
}
