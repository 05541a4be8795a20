import { type Html, html } from '../../messages/html.ts'
import { type ButtonParts, button } from './button.ts'

/** Makes the row of buttons that a form ends with. */
export function buttons(...parts: readonly ButtonParts[]): Html {
  return html`<div class="mw-htmlform-submit-buttons">${parts.map(button)}</div>
`
}
