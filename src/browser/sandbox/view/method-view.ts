import type { Method, PostReason, SandboxRequest } from '../request/build-request.ts'
import { element } from './element.ts'
import { say } from './say.ts'

/** How the request is sent. */
export interface MethodView {
  readonly element: HTMLElement
  readonly chosen: Method
  show(request: SandboxRequest): void
}

const reasons: Readonly<Record<PostReason, string>> = {
  length: 'pages-sandbox-post-length',
  module: 'pages-sandbox-post-module',
  secret: 'pages-sandbox-post-secret',
}

/** Makes the choice between GET and POST. */
export function methodView(change: () => void): MethodView {
  let chosen: Method = 'GET'
  const radio = (method: Method): HTMLInputElement => {
    const input = element('input', {
      ...{ id: `sandbox-${method}`, type: 'radio', name: 'sandbox-method', value: method },
      class: 'cdx-radio__input',
    })
    input.addEventListener('change', () => {
      chosen = method
      change()
    })
    return input
  }
  const [get, post] = [radio('GET'), radio('POST')]
  const legend = element('legend', { class: 'cdx-label' }, say('pages-sandbox-method'))
  const choices = element('div', { class: 'jeton-sandbox-bar' }, framed(get), framed(post))
  const why = element('p', { id: 'sandbox-method-why', class: 'jeton-sandbox-facts' })
  const attributes = { class: 'cdx-field', 'aria-describedby': why.id }
  return {
    element: element('fieldset', attributes, legend, choices, why),
    get chosen() {
      return chosen
    },
    show({ method, postReason }) {
      get.disabled = postReason !== undefined
      why.textContent = postReason === undefined ? '' : say(reasons[postReason])
      get.checked = method === 'GET'
      post.checked = method === 'POST'
    },
  }
}

function framed(input: HTMLInputElement): HTMLElement {
  return element(
    'div',
    { class: 'cdx-radio cdx-radio--inline' },
    element(
      'div',
      { class: 'cdx-radio__wrapper' },
      input,
      element('span', { class: 'cdx-radio__icon' }),
      element(
        'div',
        { class: 'cdx-radio__label cdx-label' },
        element('label', { class: 'cdx-label__label', for: input.id }, input.value),
      ),
    ),
  )
}
