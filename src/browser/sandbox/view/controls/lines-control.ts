import { joinValues, splitValues } from '../../request/list-values.ts'
import { element } from '../element.ts'
import { makeArea } from './area-control.ts'
import type { Control, ControlContext } from './control.ts'

/** Several values, each on a line of its own. */
export function linesControl({ id, param, describedBy, change }: ControlContext): Control {
  const area = makeArea(id, param.name, describedBy)
  const read = (): string | undefined => {
    const values = area.value.split('\n').filter((line) => line !== '')
    return values.length === 0 ? undefined : joinValues(values)
  }
  area.addEventListener('input', () => change(read()))
  return {
    element: element('div', { class: 'cdx-text-area' }, area),
    show(value) {
      // What is being typed may have an empty line that is not sent.
      if (value !== read()) area.value = splitValues(value ?? '').join('\n')
    },
  }
}
