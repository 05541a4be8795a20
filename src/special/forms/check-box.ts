import { type Html, html } from '../../messages/html.ts'
import { type FieldParts, fieldAttributes } from './field.ts'

/** A box to tick. */
export interface CheckBoxParts extends FieldParts {
  readonly checked?: boolean
  /** What is sent if it is ticked: `1` unless given. */
  readonly value?: string
}

/** Makes a box to tick, with its label behind it. */
export function checkBox(parts: CheckBoxParts): Html {
  const { id, label, help, error, checked, value = '1' } = parts
  return html`<div class="cdx-checkbox">
<div class="cdx-checkbox__wrapper"><input class="cdx-checkbox__input" type="checkbox" value="${value}" ${fieldAttributes(parts)}${checked ? html` checked=""` : undefined}/><span class="cdx-checkbox__icon"></span><div class="cdx-checkbox__label cdx-label"><label class="cdx-label__label" for="${id}"><span class="cdx-label__label__text">${label}</span></label>${help === undefined ? undefined : html`<span class="cdx-label__description" id="${id}-help">${help}</span>`}</div></div>${
    error === undefined
      ? undefined
      : html`
<div class="cdx-message cdx-message--inline cdx-message--error"><span class="cdx-message__icon"></span><div class="cdx-message__content" id="${id}-error">${error}</div></div>`
  }
</div>
`
}
