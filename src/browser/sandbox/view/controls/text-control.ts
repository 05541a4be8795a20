import { fieldKind } from '../../fields/field-kind.ts'
import { element } from '../element.ts'
import type { Control, ControlContext } from './control.ts'

/** A line of text, for most types. */
export function textControl(context: ControlContext): Control {
  const { id, param, describedBy, change } = context
  const { info, name } = param
  const kind = fieldKind(info)
  const input = element('input', {
    id,
    name,
    class: 'cdx-text-input__input',
    type: kind === 'password' ? 'password' : 'text',
    inputmode: kind === 'number' ? 'numeric' : undefined,
    // A password that is tried here is for nobody's list.
    autocomplete: kind === 'password' ? 'new-password' : 'off',
    autocapitalize: 'off',
    spellcheck: 'false',
    dir: 'auto',
    placeholder: info.default === undefined ? undefined : String(info.default),
    'aria-describedby': describedBy,
    'aria-required': info.required === true ? 'true' : undefined,
  })
  input.addEventListener('input', () => change(input.value === '' ? undefined : input.value))
  return {
    element: element('div', { class: 'cdx-text-input' }, input),
    show(value) {
      if (input.value !== (value ?? '')) input.value = value ?? ''
    },
  }
}
