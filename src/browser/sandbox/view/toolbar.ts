import { element } from './element.ts'
import { say } from './say.ts'

/** The buttons of the form. */
export interface Toolbar {
  readonly element: HTMLElement
  /** Says what is going to happen besides; `''` for nothing. */
  note(text: string): void
}

/** Makes the buttons of the form: one that sends it, one that empties it. */
export function toolbar(clear: () => void): Toolbar {
  const note = element('span', { id: 'sandbox-note', class: 'jeton-sandbox-facts' })
  const send = element(
    'button',
    {
      type: 'submit',
      'aria-describedby': note.id,
      class: 'cdx-button cdx-button--action-progressive cdx-button--weight-primary',
    },
    say('apisandbox-submit'),
  )
  const empty = element('button', { type: 'button', class: 'cdx-button' }, say('apisandbox-reset'))
  empty.addEventListener('click', clear)
  const attributes = { class: 'jeton-sandbox-bar jeton-sandbox-send' }
  return {
    element: element('div', attributes, send, empty, note),
    note(text) {
      if (note.textContent !== text) note.textContent = text
    },
  }
}
