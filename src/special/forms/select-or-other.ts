import { type Html, type HtmlPart, html } from '../../messages/html.ts'
import { type SelectFieldParts, selectField } from './select-field.ts'
import { textField } from './text-field.ts'

/** A list to choose one of, and a field for what is not in it. */
export interface SelectOrOtherParts extends SelectFieldParts {
  /** The label of the field for what is not in the list. */
  readonly otherLabel: HtmlPart
  readonly otherHelp?: HtmlPart
  readonly otherValue?: string
  readonly maxLength?: number
}

const otherChoice = 'other'

/** The id of the control that somebody fills in wrongly: the list, or the field for what is not in it. */
export function openControl({ id, value }: Pick<SelectOrOtherParts, 'id' | 'value'>): string {
  return value === otherChoice ? `${id}-other` : id
}

/**
 * Makes a list to choose one of whose option `other` stands for what is typed below it. Where a style
 * sheet can tell, the field is there only when it is needed.
 */
export function selectOrOther(parts: SelectOrOtherParts): Html {
  const { error, ...list } = parts
  const { id, name, otherLabel, otherHelp, otherValue, maxLength, disabled } = list
  const isList = openControl(parts) === id
  const wrong = error === undefined ? {} : { error }
  const other = textField({
    id: `${id}-other`,
    name: `${name}-other`,
    label: otherLabel,
    ...(otherHelp !== undefined && { help: otherHelp }),
    ...(!isList && wrong),
    ...(otherValue !== undefined && { value: otherValue }),
    ...(maxLength !== undefined && { maxLength }),
    ...(disabled !== undefined && { disabled }),
    autocomplete: 'off',
  })
  return html`<div class="mw-htmlform-select-or-other">
${selectField({ ...list, ...(isList && wrong) })}<div class="mw-htmlform-other">${other}</div></div>
`
}
