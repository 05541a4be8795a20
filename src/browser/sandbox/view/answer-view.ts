import { jsonPieces } from '../answer/json-pieces.ts'
import { element } from './element.ts'
import { messageBox } from './message-box.ts'
import { say } from './say.ts'

/** What came back. */
export interface Answer {
  readonly status: number
  readonly statusText: string
  readonly type: string
  /** What the header `MediaWiki-API-Error` names. */
  readonly error: string | undefined
  /** Whether the wiki took the visitor for nobody, since another site may have asked. */
  readonly isLoginSuppressed: boolean
  readonly milliseconds: number
  readonly text: string
  /** What the text means, if it is JSON. */
  readonly value: unknown
}

/** A button below an answer. */
export interface Offer {
  readonly label: string
  act(): void
}

/** Where answers are shown. */
export interface AnswerView {
  readonly element: HTMLElement
  show(answer: Answer, offers: readonly Offer[]): void
  /** Shows that there is none. */
  showFailure(text: string): void
  clear(): void
}

/** Texts beyond this are not coloured: it would take too long. */
const longestColoured = 300_000

/** Makes the part of the page that shows the answer. */
export function answerView(): AnswerView {
  const heading = element('h2', { id: 'sandbox-answer' }, say('apisandbox-results'))
  const place = element('div')
  const section = element('section', { hidden: true }, heading, place)
  const fill = (...contents: readonly (Node | undefined)[]): void => {
    section.hidden = false
    place.replaceChildren(...contents.filter((content) => content !== undefined))
    section.scrollIntoView({ block: 'nearest' })
  }
  return {
    element: section,
    show(answer, offers) {
      const attributes = {
        tabindex: '0',
        role: 'region',
        'aria-labelledby': heading.id,
        dir: 'ltr',
      }
      const pre = element('pre', { class: 'jeton-sandbox-code api-pretty-content', ...attributes })
      pre.append(...contentOf(answer))
      const suppressed = answer.isLoginSuppressed
        ? messageBox('warning', say('apisandbox-results-login-suppressed'))
        : undefined
      const page = answer.type.startsWith('text/html')
        ? messageBox('notice', say('pages-sandbox-ispage'))
        : undefined
      fill(headOf(answer), suppressed, page, buttons(offers), pre)
    },
    showFailure(text) {
      fill(messageBox('error', text))
    },
    clear() {
      section.hidden = true
      place.replaceChildren()
    },
  }
}

function headOf({ status, statusText, type, error, milliseconds }: Answer): HTMLElement {
  const facts = [
    say('pages-sandbox-status', `${status} ${statusText}`.trim()),
    ...(error === undefined ? [] : [`MediaWiki-API-Error: ${error}`]),
    say('pages-sandbox-type', type),
    say('apisandbox-request-time', String(Math.round(milliseconds))),
  ]
  return element(
    'ul',
    { class: 'jeton-sandbox-head' },
    ...facts.map((fact) => element('li', {}, fact)),
  )
}

function contentOf({ text, value }: Answer): readonly Node[] {
  if (value === undefined || text.length > longestColoured) return [document.createTextNode(text)]
  return jsonPieces(text).map(({ kind, text }) =>
    kind === 'mark'
      ? document.createTextNode(text)
      : element('span', { class: `api-pretty-${kind}` }, text),
  )
}

function buttons(offers: readonly Offer[]): HTMLElement | undefined {
  if (offers.length === 0) return undefined
  const made = offers.map(({ label, act }) => {
    const button = element('button', { type: 'button', class: 'cdx-button' }, label)
    button.addEventListener('click', act)
    return button
  })
  return element('div', { class: 'jeton-sandbox-bar' }, ...made)
}
