import { element } from '../element.ts'
import { say } from '../say.ts'
import type { Control, ControlContext } from './control.ts'

/** A list to choose one value of. */
export function choiceControl({ id, param, describedBy, change }: ControlContext): Control {
  const { info, name } = param
  const values = typeof info.type === 'string' ? [] : info.type
  const select = element(
    'select',
    { id, name, class: 'cdx-select', 'aria-describedby': describedBy },
    // The sandbox itself needs to know what is asked, and how it is answered.
    ...(alwaysChosen.has(name) ? [] : [element('option', { value: '' }, emptyLabel(info.default))]),
    ...values.map((value) => option(value, info.deprecatedvalues?.includes(value))),
  )
  select.addEventListener('change', () => change(select.value === '' ? undefined : select.value))
  return {
    element: select,
    show(value = '') {
      // Whatever the address says is sent, also what the wiki will not know.
      if (![...select.options].some((known) => known.value === value)) select.append(option(value))
      select.value = value
    },
  }
}

const alwaysChosen: ReadonlySet<string> = new Set(['action', 'format'])

function option(value: string, isDeprecated = false): HTMLOptionElement {
  const label = isDeprecated ? `${value} (${say('pages-sandbox-deprecated')})` : value
  return element('option', { value, lang: 'en' }, label)
}

function emptyLabel(value: string | number | boolean | undefined): string {
  return value === undefined || value === ''
    ? say('pages-sandbox-notsent')
    : say('pages-sandbox-default', String(value))
}
