import { type Html, html } from '../../messages/html.ts'
import { button } from '../forms/button.ts'
import { checkBox } from '../forms/check-box.ts'
import { fieldSet } from '../forms/field-set.ts'
import { selectField } from '../forms/select-field.ts'
import { textField } from '../forms/text-field.ts'
import type { PageCall } from '../page.ts'
import { sayMessage } from '../say-message.ts'
import type { PageField } from './auth-fields.ts'

/** How a field stands in a form at the moment. */
export interface FieldState {
  /** What is wrong with what was sent for it. */
  readonly error: Html | undefined
  /** What stands in it unless something else was sent. */
  readonly value?: string | undefined
  readonly autofocus?: boolean
}

/** Says what a field of an authentication is for. */
export function sayLabel({ label, field }: PageField, call: PageCall): Html {
  return label === undefined ? sayMessage(field.label, call) : call.say(label)
}

/** Shows a field of an authentication, with what was sent for it, unless that is a secret. */
export function showAuthField(shown: PageField, state: FieldState, call: PageCall): Html {
  const { id, name, field, help, autocomplete, maxLength, required } = shown
  const { params } = call
  const parts = {
    id,
    name,
    label: sayLabel(shown, call),
    ...(help && { help: call.say(help) }),
    ...(state.error && { error: state.error }),
    required,
  }
  const options = Object.entries(field.options ?? {}).map(
    ([value, text]) => [value, sayMessage(text, call)] as const,
  )
  const isSecret = field.sensitive || field.type === 'password'
  const value = isSecret ? '' : (params.peekText(name) ?? state.value ?? field.value ?? '')
  switch (field.type) {
    case 'null':
      return html`<p>${parts.label}</p>`
    case 'hidden':
      return html`<input name="${name}" type="hidden" value="${value}"/>\n`
    case 'button':
      return button({ label: parts.label, id, name, value: '1', kind: 'normal' })
    case 'checkbox':
      return checkBox({ ...parts, checked: !['', '0'].includes(value) })
    case 'select':
      return selectField({ ...parts, options, value })
    case 'multiselect': {
      const chosen = params.peekList(name)
      const boxes = options.map(([option, text], at) =>
        checkBox({
          ...{ id: `${id}-${at}`, name: `${name}[]`, label: text, value: option },
          checked: chosen.includes(option),
        }),
      )
      return fieldSet(parts.label, boxes)
    }
    default:
      return textField({
        ...parts,
        type: field.type === 'password' ? 'password' : (shown.type ?? 'text'),
        value,
        autocomplete: autocomplete ?? 'off',
        ...(maxLength && { maxLength }),
        autofocus: state.autofocus ?? false,
      })
  }
}
