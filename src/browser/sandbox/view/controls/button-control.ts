import { element } from '../element.ts'
import type { Control, ControlContext } from './control.ts'
import { textControl } from './text-control.ts'

/** A line of text, with a button that fills it in. */
export function buttonControl(
  context: ControlContext,
  label: string,
  fill: () => string | Promise<string>,
): Control {
  const text = textControl(context)
  const button = element('button', { type: 'button', class: 'cdx-button' }, label)
  button.addEventListener('click', async () => {
    const value = await fill()
    text.show(value)
    context.change(value)
  })
  return {
    ...text,
    element: element('div', { class: 'jeton-sandbox-filled' }, text.element, button),
  }
}
