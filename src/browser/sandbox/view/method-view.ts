import type { Method, SandboxRequest } from '../request/build-request.ts'
import { element } from './element.ts'
import { say } from './say.ts'

/** How the request is sent. */
export interface MethodView {
  readonly element: HTMLElement
  readonly chosen: Method
  show(request: SandboxRequest): void
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
  return {
    element: element('fieldset', { class: 'cdx-field' }, legend, choices),
    get chosen() {
      return chosen
    },
    show({ method, canBeGot }) {
      get.disabled = !canBeGot
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
