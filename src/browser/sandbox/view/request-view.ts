import type { SnippetRequest } from '../snippets/snippet.ts'
import { snippets } from '../snippets/snippets.ts'
import { url } from '../snippets/url.ts'
import { element } from './element.ts'
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
  let shown: SnippetRequest | undefined

  const update = (): void => {
    if (shown === undefined) return
    code.textContent = snippets[Number(select.value)]?.make(shown) ?? ''
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
    element: element('section', {}, heading, bar, text, hint),
    show(request) {
      shown = request
      update()
    },
  }
}

/** Only pages of a secure origin may copy by themselves; elsewhere what is to be copied is selected. */
async function copyText(from: HTMLElement): Promise<boolean> {
  getSelection()?.selectAllChildren(from)
  if (!isSecureContext) return false
  return navigator.clipboard.writeText(from.textContent).then(
    () => true,
    () => false,
  )
}
