import { type Html, html } from '../../messages/html.ts'
import { type FieldParts, field, fieldAttributes } from './field.ts'

/** A field for one line of text. */
export interface TextFieldParts extends FieldParts {
  readonly type?: 'text' | 'password' | 'email'
  readonly value?: string
  /** What browsers and password managers fill in: `username`, `current-password`, `off`. */
  readonly autocomplete?: string
  readonly maxLength?: number
  readonly autofocus?: boolean
}

/** Makes a field for one line of text; a password that was sent is never sent back. */
export function textField(parts: TextFieldParts): Html {
  const { type = 'text', value, autocomplete, maxLength, autofocus, error } = parts
  const isShown = value !== undefined && value !== '' && type !== 'password'
  const isWrong = error === undefined ? '' : ' cdx-text-input--status-error'
  return field(
    parts,
    html`<div class="cdx-text-input${isWrong}"><input class="cdx-text-input__input" type="${type}" ${fieldAttributes(parts)}${[
      isShown ? html` value="${value}"` : undefined,
      autocomplete === undefined ? undefined : html` autocomplete="${autocomplete}"`,
      maxLength === undefined ? undefined : html` maxlength="${maxLength}"`,
      autofocus ? html` autofocus=""` : undefined,
    ]}/></div>`,
  )
}
