import { type Html, type HtmlPart, html } from '../../messages/html.ts'
import type { PageCall } from '../page.ts'
import { notice } from './notice.ts'

/** A field with which something is wrong. */
export interface WrongField {
  /** The id of its control. */
  readonly id: string
  readonly label: HtmlPart
  readonly error: HtmlPart
}

/** Says above a form what is wrong with it and leads to each field, which may be far below; `undefined` if nothing is. */
export function errorSummary(
  wrong: readonly WrongField[],
  { say }: Pick<PageCall, 'say'>,
): Html | undefined {
  if (wrong.length === 0) return undefined

  const items = wrong.map(({ id, label, error }) => {
    const link = html`<a href="#${id}">${label}</a>`
    return html`<li>${say('pages-form-wrong', link, error)}</li>`
  })
  return notice('error', html`<p>${say('htmlform-invalid-input')}</p><ul>${items}</ul>`)
}
