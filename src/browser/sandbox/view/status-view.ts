import { element } from './element.ts'
import { messageBox } from './message-box.ts'

/** What is going on, read out to who does not see it. */
export interface StatusView {
  readonly element: HTMLElement
  show(text: string): void
  showError(text: string): void
  /** Says to who does not see it what others see elsewhere. */
  tell(text: string): void
  /** Takes away this text, if it is still there. */
  clear(text: string): void
}

/** Makes the place where the sandbox says what is going on. */
export function statusView(): StatusView {
  const place = element('div', { role: 'status' })
  const put = (text: string, kind: 'error' | 'notice'): void => {
    place.replaceChildren(...(text === '' ? [] : [messageBox(kind, text)]))
  }
  return {
    element: place,
    show: (text) => put(text, 'notice'),
    showError: (text) => put(text, 'error'),
    tell: (text) => place.replaceChildren(element('div', { class: 'jeton-sandbox-told' }, text)),
    clear(text) {
      if (place.textContent === text) place.replaceChildren()
    },
  }
}
