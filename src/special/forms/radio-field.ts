import { type Html, type HtmlPart, html } from '../../messages/html.ts'
import { fieldError, fieldLabel } from './field.ts'

/** A few options of which one is chosen. */
export interface RadioFieldParts {
  readonly id: string
  readonly name: string
  readonly label: HtmlPart
  readonly options: readonly RadioOption[]
  readonly value: string
  /** What is wrong with what was sent for it. */
  readonly error?: HtmlPart
}

/** An option: what is sent, what is shown, and what else there is to know. */
export interface RadioOption {
  readonly value: string
  readonly label: HtmlPart
  readonly help?: HtmlPart
}

/** Makes a few options, one below the other, of which one is chosen. */
export function radioField(parts: RadioFieldParts): Html {
  const { id, label, options, error } = parts
  const wrong = error === undefined ? undefined : html` aria-describedby="${id}-error"`
  return html`<fieldset class="cdx-field" id="${id}"${wrong}><legend class="cdx-label"><span class="cdx-label__label__text">${label}</span></legend>
<div class="cdx-field__control">${options.map((option) => radio(option, parts))}</div>${fieldError(parts)}
</fieldset>
`
}

function radio({ value, label, help }: RadioOption, parts: RadioFieldParts): Html {
  const id = `${parts.id}-${value}`
  const attributes = [
    value === parts.value ? html` checked=""` : undefined,
    help === undefined ? undefined : html` aria-describedby="${id}-help"`,
  ]
  return html`<div class="cdx-radio"><div class="cdx-radio__wrapper"><input class="cdx-radio__input" type="radio" id="${id}" name="${parts.name}" value="${value}"${attributes}/><span class="cdx-radio__icon"></span><div class="cdx-radio__label cdx-label">${fieldLabel({ id, label, help })}</div></div></div>
`
}
