import { element } from './element.ts'

/** How much a message matters. */
export type MessageKind = 'error' | 'notice' | 'warning'

/** Makes a text that stands out: in a box of its own, or in the line of what it is about. */
export function messageBox(
  kind: MessageKind,
  text: string,
  place: 'block' | 'inline' = 'block',
): HTMLElement {
  return element(
    'div',
    { class: `cdx-message cdx-message--${place} cdx-message--${kind}` },
    element('span', { class: 'cdx-message__icon' }),
    element('div', { class: 'cdx-message__content' }, text),
  )
}
