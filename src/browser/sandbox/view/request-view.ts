import { copyText } from '../../copy-text.ts'
import { isForLogin } from '../snippets/nobody-comment.ts'
import type { SnippetRequest } from '../snippets/snippet.ts'
import { snippets } from '../snippets/snippets.ts'
import { splitToken } from '../snippets/split-token.ts'
import { url } from '../snippets/url.ts'
import { element } from './element.ts'
import { readPageData } from './page-data.ts'
import { say } from './say.ts'

/** The request as an address or as a program, to be copied. */
export interface RequestView {
  readonly element: HTMLElement
  show(request: SnippetRequest): void
}

/** Makes the part of the page that shows the request. */
export function requestView(): RequestView {
  const options = snippets.map(({ name }, at) => element('option', { value: String(at) }, name))
  const select = element('select', { id: 'sandbox-language', class: 'cdx-select' }, ...options)
  const code = element('code', { lang: 'en', translate: 'no' })
  const copy = element('button', { type: 'button', class: 'cdx-button' }, say('pages-sandbox-copy'))
  const open = element('a', { target: '_blank' }, say('pages-sandbox-open'))
  // Beside the button, and read out.
  const done = element('span', { role: 'status' })
  const hint = element('p', { class: 'jeton-sandbox-facts' }, say('pages-sandbox-secrets'))
  const nobody = nobodyHint()
  let shown: SnippetRequest | undefined

  const update = (): void => {
    if (shown === undefined) return
    const kind = snippets[Number(select.value)]
    code.textContent = kind?.make(shown) ?? ''
    nobody.hidden = kind?.runsInBrowser === true || !needsLogin(shown)
    done.textContent = ''
    open.hidden = shown.method !== 'GET'
    open.href = shown.method === 'GET' ? url.make(shown) : shown.apiUrl
    hint.hidden = !shown.params.some(({ isSecret }) => isSecret)
  }
  select.addEventListener('change', update)
  copy.addEventListener('click', async () => {
    done.textContent = ''
    done.textContent = say(
      (await copyText(code)) ? 'pages-sandbox-copied' : 'pages-sandbox-selected',
    )
  })
  const heading = element('h2', { id: 'sandbox-request' }, say('pages-sandbox-request'))
  const label = element('label', { for: select.id }, say('apisandbox-request-selectformat-label'))
  const bar = element('div', { class: 'jeton-sandbox-bar' }, label, select, copy, open, done)
  const attributes = { tabindex: '0', role: 'region', 'aria-labelledby': heading.id, dir: 'ltr' }
  const text = element('pre', { class: 'jeton-sandbox-code', ...attributes }, code)
  return {
    element: element('section', {}, heading, bar, text, hint, nobody),
    show(request) {
      shown = request
      update()
    },
  }
}

/** Leads to where a program gets a password of its own. */
function nobodyHint(): HTMLElement {
  const { config } = readPageData()
  const address = config.wgArticlePath.replace('$1', () => 'Special:BotPasswords')
  const link = element('a', { href: address }, say('pages-sandbox-nobody-how'))
  return element('p', { class: 'jeton-sandbox-facts' }, say('pages-sandbox-nobody'), ' ', link)
}

function needsLogin({ params }: SnippetRequest): boolean {
  const { token } = splitToken(params)
  if (token !== undefined) return !isForLogin(token.type)
  return readPageData().config.wgUserName !== null
}
