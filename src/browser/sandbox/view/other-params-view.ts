import type { Param } from '../request/read-query.ts'
import { element } from './element.ts'
import { say } from './say.ts'

/** Parameters of which no module tells: fields of a login, and whatever an address names. */
export interface OtherParamsView {
  readonly element: HTMLElement
  read(): readonly Param[]
  show(params: readonly Param[]): void
}

/** Makes rows of names and values, to which can be added. */
export function otherParamsView(change: () => void): OtherParamsView {
  const rows = element('ul', { class: 'jeton-sandbox-rows' })
  const inputs = new Map<HTMLElement, { name: HTMLInputElement; value: HTMLInputElement }>()
  const add = ([name, value]: Param): HTMLInputElement => {
    const row = {
      name: textInput('pages-sandbox-other-name', name),
      value: textInput('pages-sandbox-other-value', value),
    }
    const remove = element(
      'button',
      { type: 'button', class: 'cdx-button' },
      say('pages-sandbox-other-remove'),
    )
    const item = element('li', {}, labelled(row.name), labelled(row.value), remove)
    for (const input of [row.name, row.value]) input.addEventListener('input', change)
    remove.addEventListener('click', () => {
      inputs.delete(item)
      item.remove()
      more.focus()
      change()
    })
    inputs.set(item, row)
    rows.append(item)
    return row.name
  }
  const more = element(
    'button',
    { type: 'button', class: 'cdx-button' },
    say('pages-sandbox-other-add'),
  )
  more.addEventListener('click', () => add(['', '']).focus())
  const fold = element(
    'details',
    { class: 'jeton-sandbox-fold' },
    element('summary', {}, say('apisandbox-dynamic-parameters')),
    element('p', {}, say('pages-sandbox-other-help')),
    rows,
    more,
  )
  return {
    element: fold,
    read: () => [...inputs.values()].map(({ name, value }) => [name.value, value.value]),
    show(params) {
      inputs.clear()
      rows.replaceChildren()
      for (const param of params) add(param)
      fold.open = params.length > 0
    },
  }
}

function textInput(label: string, value: string): HTMLInputElement {
  const input = element('input', {
    class: 'cdx-text-input__input',
    type: 'text',
    autocomplete: 'off',
    autocapitalize: 'off',
    spellcheck: 'false',
    dir: 'auto',
    'aria-label': say(label),
    placeholder: say(label),
  })
  input.value = value
  return input
}

function labelled(input: HTMLInputElement): HTMLElement {
  return element('div', { class: 'cdx-text-input' }, input)
}
