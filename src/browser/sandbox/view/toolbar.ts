import { element } from './element.ts'
import { say } from './say.ts'

/** Makes the buttons of the form: one that sends it, one that empties it. */
export function toolbar(clear: () => void): HTMLElement {
  const send = element(
    'button',
    {
      type: 'submit',
      class: 'cdx-button cdx-button--action-progressive cdx-button--weight-primary',
    },
    say('apisandbox-submit'),
  )
  const empty = element('button', { type: 'button', class: 'cdx-button' }, say('apisandbox-reset'))
  empty.addEventListener('click', clear)
  return element('div', { class: 'jeton-sandbox-bar jeton-sandbox-send' }, send, empty)
}
