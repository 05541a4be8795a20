import { element } from '../element.ts'
import type { Control, ControlContext } from './control.ts'

/** Several lines of text, which are one value. */
export function areaControl({ id, param, describedBy, change }: ControlContext): Control {
  const area = makeArea(id, param.name, describedBy)
  area.addEventListener('input', () => change(area.value === '' ? undefined : area.value))
  return {
    element: element('div', { class: 'cdx-text-area' }, area),
    show(value) {
      if (area.value !== (value ?? '')) area.value = value ?? ''
    },
  }
}

/** Makes the field itself. */
export function makeArea(id: string, name: string, describedBy: string): HTMLTextAreaElement {
  return element('textarea', {
    id,
    name,
    class: 'cdx-text-area__textarea',
    rows: '3',
    spellcheck: 'false',
    autocapitalize: 'off',
    dir: 'auto',
    'aria-describedby': describedBy,
  })
}
