import { type Html, type HtmlPart, html } from '../../messages/html.ts'

/** What every field of a form has. */
export interface FieldParts {
  readonly id: string
  readonly name: string
  readonly label: HtmlPart
  /** What else there is to know before it is filled in. */
  readonly help?: HtmlPart
  /** What is wrong with what was sent for it. */
  readonly error?: HtmlPart
  readonly required?: boolean
  readonly disabled?: boolean
  /** Sent as it stands there: shown to people and to their password managers. */
  readonly readOnly?: boolean
}

/** Puts the label, the help and what is wrong around the control of a field. */
export function field(parts: FieldParts, control: Html): Html {
  const isWrong = parts.error === undefined ? '' : ' cdx-field--status-error'
  return html`<div class="cdx-field${isWrong}">
<div class="cdx-label">${fieldLabel(parts)}</div>
<div class="cdx-field__control">${control}</div>${fieldError(parts)}
</div>
`
}

/** The label of a control, and what else there is to know before it is filled in. */
export function fieldLabel({ id, label, help }: Pick<FieldParts, 'id' | 'label' | 'help'>): Html {
  const more =
    help === undefined
      ? undefined
      : html`<span class="cdx-label__description" id="${id}-help">${help}</span>`
  return html`<label class="cdx-label__label" for="${id}"><span class="cdx-label__label__text">${label}</span></label>${more}`
}

/** Says below a control what is wrong with it, if anything is. */
export function fieldError({ id, error }: Pick<FieldParts, 'id' | 'error'>): Html | undefined {
  if (error === undefined) return undefined

  return html`
<div class="cdx-field__validation-message"><div class="cdx-message cdx-message--inline cdx-message--error"><span class="cdx-message__icon"></span><div class="cdx-message__content" id="${id}-error">${error}</div></div></div>`
}

/** The attributes of a control that tie it to what stands around it. */
export function fieldAttributes(parts: FieldParts): Html {
  const { id, name, help, error, required, disabled, readOnly } = parts
  const described = [
    ...(help === undefined ? [] : [`${id}-help`]),
    ...(error === undefined ? [] : [`${id}-error`]),
  ]
  return html`id="${id}" name="${name}"${[
    described.length === 0 ? undefined : html` aria-describedby="${described.join(' ')}"`,
    error === undefined ? undefined : html` aria-invalid="true"`,
    required ? html` required=""` : undefined,
    disabled ? html` disabled=""` : undefined,
    readOnly ? html` readonly=""` : undefined,
  ]}`
}
