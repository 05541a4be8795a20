import { type Html, type HtmlPart, html } from '../../messages/html.ts'
import { type FieldParts, field, fieldAttributes } from './field.ts'

/** A field with a list to choose one of. */
export interface SelectFieldParts extends FieldParts {
  /** What is shown for each value that can be sent. */
  readonly options: readonly (readonly [value: string, label: HtmlPart])[]
  readonly value?: string
}

/** Makes a field with a list to choose one of. */
export function selectField(parts: SelectFieldParts): Html {
  const { options, value: chosen } = parts
  const items = options.map(
    ([value, label]) =>
      html`<option value="${value}"${value === chosen ? html` selected=""` : undefined}>${label}</option>`,
  )
  return field(parts, html`<select class="cdx-select" ${fieldAttributes(parts)}>${items}</select>`)
}
