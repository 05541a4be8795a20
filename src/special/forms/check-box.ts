import { type Html, html } from '../../messages/html.ts'
import { type FieldParts, fieldAttributes, fieldError, fieldLabel } from './field.ts'

/** A box to tick. */
export interface CheckBoxParts extends FieldParts {
  readonly checked?: boolean
  /** What is sent if it is ticked: `1` unless given. */
  readonly value?: string
}

/** Makes a box to tick, with its label behind it. */
export function checkBox(parts: CheckBoxParts): Html {
  const { checked, value = '1' } = parts
  return html`<div class="cdx-checkbox">
<div class="cdx-checkbox__wrapper"><input class="cdx-checkbox__input" type="checkbox" value="${value}" ${fieldAttributes(parts)}${checked ? html` checked=""` : undefined}/><span class="cdx-checkbox__icon"></span><div class="cdx-checkbox__label cdx-label">${fieldLabel(parts)}</div></div>${fieldError(parts)}
</div>
`
}
