import { factsOf } from '../facts.ts'
import { fieldKind } from '../fields/field-kind.ts'
import type { ShownParam } from '../request/shown-modules.ts'
import type { Control, ControlContext } from './controls/control.ts'
import { makeControl } from './controls/controls.ts'
import { type Described, describe } from './described.ts'
import { element } from './element.ts'
import { messageBox } from './message-box.ts'
import { nameOf } from './name-of.ts'
import { safeHtml } from './safe-html.ts'
import { say } from './say.ts'

/** What a field tells, and asks for. */
export type FieldEvents = Pick<ControlContext, 'getToken' | 'filledIn'> & {
  change(name: string, value: string | undefined): void
  /** Makes an id that nothing else in the page has. */
  makeId(): string
}

/** A parameter that can be filled in. */
export interface FieldView {
  readonly element: HTMLElement
  readonly param: ShownParam
  show(value: string | undefined): void
  /** Says what is wrong with it; `''` for nothing. */
  showProblem(text: string): void
  /** Leads there, also where it is folded away. */
  focus(): void
}

/** Makes the field of a parameter: name, description, facts, what it is filled in with, and what is wrong. */
export function fieldView(
  param: ShownParam,
  { change, getToken, filledIn, makeId }: FieldEvents,
): FieldView {
  const { info, name } = param
  const id = makeId()
  const kind = fieldKind(info)
  const described = takesApart.has(kind)
    ? describe(info.description)
    : { text: safeHtml(info.description ?? ''), ofValues: new Map() }
  const control = makeControl({
    ...{ param, id, described, getToken, filledIn },
    describedBy: `${id}-help ${id}-problem`,
    change(value) {
      showProblem('')
      change(name, value)
    },
  })
  const problem = element('div', { id: `${id}-problem` })
  const help = helpOf(param, described, id)
  const wrapper = arrange(control, { param, id, help, problem, isBox: kind === 'box' })
  const first = () => wrapper.querySelector<HTMLElement>('input, select, textarea')
  const showProblem = (text: string): void => {
    problem.replaceChildren(...(text === '' ? [] : [messageBox('error', text, 'inline')]))
    if (text === '') first()?.removeAttribute('aria-invalid')
    else first()?.setAttribute('aria-invalid', 'true')
  }
  return {
    element: wrapper,
    param,
    show: control.show,
    showProblem,
    focus() {
      const fold = wrapper.closest('details')
      if (fold !== null) fold.open = true
      first()?.focus()
    },
  }
}

/** What is said of single values stands beside them, or where their module is shown. */
const takesApart: ReadonlySet<string> = new Set(['choice', 'choices'])

function helpOf({ info }: ShownParam, { text, ofValues }: Described, id: string): HTMLElement {
  const facts = factsOf(info).map(([key, ...args]) => say(key, ...args))
  const isList = fieldKind(info) === 'choice' && info.submodules === undefined && ofValues.size > 0
  return element(
    'div',
    { id: `${id}-help`, class: 'cdx-label__description jeton-sandbox-help' },
    text,
    facts.length === 0
      ? undefined
      : element('p', { class: 'jeton-sandbox-facts' }, facts.join(' ')),
    isList ? valueList(ofValues) : undefined,
  )
}

function valueList(ofValues: Described['ofValues']): HTMLElement {
  const entries = [...ofValues].flatMap(([value, about]) => [
    element('dt', {}, element('kbd', {}, value)),
    element('dd', {}, about),
  ])
  const summary = element('summary', {}, say('pages-sandbox-values'))
  return element('details', {}, summary, element('dl', {}, ...entries))
}

function arrange(
  control: Control,
  parts: {
    readonly param: ShownParam
    readonly id: string
    readonly help: HTMLElement
    readonly problem: HTMLElement
    readonly isBox: boolean
  },
): HTMLElement {
  const { param, id, help, problem, isBox } = parts
  if (isBox) {
    const attributes = { class: 'cdx-field jeton-sandbox-box' }
    return element('div', attributes, control.element, help, problem)
  }

  const label = element('span', { class: 'cdx-label__label__text' }, nameOf(param))
  const place = element('div', { class: 'cdx-field__control' }, control.element)
  if (control.isGroup) {
    const legend = element('legend', { class: 'cdx-label' }, label)
    const attributes = { class: 'cdx-field', 'aria-describedby': `${help.id} ${problem.id}` }
    return element('fieldset', attributes, legend, help, place, problem)
  }
  const labelled = element('label', { class: 'cdx-label__label', for: id }, label)
  return element(
    'div',
    { class: 'cdx-field' },
    element('div', { class: 'cdx-label' }, labelled, help),
    place,
    problem,
  )
}
