import { element } from '../element.ts'
import { nameOf } from '../name-of.ts'
import type { Control, ControlContext } from './control.ts'

/** A box to tick; the wiki finds it ticked as soon as anything is sent. */
export function boxControl({ id, param, describedBy, change }: ControlContext): Control {
  let sent = '1'
  const box = element('input', {
    id,
    name: param.name,
    type: 'checkbox',
    class: 'cdx-checkbox__input',
    'aria-describedby': describedBy,
  })
  box.addEventListener('change', () => change(box.checked ? sent : undefined))
  return {
    element: checkBox(box, nameOf(param)),
    show(value) {
      box.checked = value !== undefined
      sent = value ?? sent
    },
  }
}

/** Puts Codex's parts around a box, with its label behind it. */
export function checkBox(
  box: HTMLInputElement,
  label: Node | string,
  about?: Node,
): HTMLDivElement {
  return element(
    'div',
    { class: 'cdx-checkbox' },
    element(
      'div',
      { class: 'cdx-checkbox__wrapper' },
      box,
      element('span', { class: 'cdx-checkbox__icon' }),
      element(
        'div',
        { class: 'cdx-checkbox__label cdx-label' },
        element(
          'label',
          { class: 'cdx-label__label', for: box.id },
          element('span', { class: 'cdx-label__label__text' }, label),
        ),
        about === undefined
          ? undefined
          : element('span', { class: 'cdx-label__description' }, about),
      ),
    ),
  )
}
