import { type Html, type HtmlPart, html } from '../messages/html.ts'
import { findReturn } from './find-return.ts'
import type { PageCall } from './page.ts'

/** The way back to where the visitor came from, or to the main page. */
export async function returnLink(call: PageCall): Promise<Html> {
  const { title, address } = await findReturn(call)
  return linkBack(address, html`<bdi>${title}</bdi>`, call)
}

/** The way back to the page that another belongs to. */
export function linkBack(address: string, label: HtmlPart, { say }: PageCall): Html {
  return html`<p id="mw-returnto">${say('returnto', html`<a href="${address}">${label}</a>`)}</p>`
}
