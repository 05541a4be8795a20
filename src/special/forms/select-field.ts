import { type Html, type HtmlPart, html } from '../../messages/html.ts'
import { type FieldParts, field, fieldAttributes } from './field.ts'

/** Something to choose: what is sent for it, and what is shown. */
export type SelectOption = readonly [value: string, label: HtmlPart]

/** Several things to choose that have a name together. */
export interface OptionGroup {
  readonly label: HtmlPart
  readonly options: readonly SelectOption[]
}

/** A field with a list to choose one of. */
export interface SelectFieldParts extends FieldParts {
  readonly options: readonly SelectOption[]
  /** What follows them. */
  readonly groups?: readonly OptionGroup[]
  readonly value?: string
}

/** Makes a field with a list to choose one of. */
export function selectField(parts: SelectFieldParts): Html {
  const { options, groups = [], value: chosen } = parts
  const item = ([value, label]: SelectOption): Html =>
    html`<option value="${value}"${value === chosen ? html` selected=""` : undefined}>${label}</option>`
  const items = [
    ...options.map(item),
    ...groups.map(
      (group) => html`<optgroup label="${group.label}">${group.options.map(item)}</optgroup>`,
    ),
  ]
  return field(parts, html`<select class="cdx-select" ${fieldAttributes(parts)}>${items}</select>`)
}
