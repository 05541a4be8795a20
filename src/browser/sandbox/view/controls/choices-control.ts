import { tickValue } from '../../fields/tick-value.ts'
import { joinValues, splitValues } from '../../request/list-values.ts'
import { element } from '../element.ts'
import { say } from '../say.ts'
import { checkBox } from './box-control.ts'
import type { Control, ControlContext } from './control.ts'

/** A value to tick: what is sent for it, how it is labelled, and what there is to say of it. */
interface Choice {
  readonly value: string
  readonly label: string
  readonly about?: Node | undefined
}

/** Boxes for the values of a parameter that takes several; what is sent keeps its order until one is ticked. */
export function choicesControl(context: ControlContext): Control {
  const { id, param, change } = context
  let sent: readonly string[] = []
  const place = element('div', { class: 'jeton-sandbox-choices' })
  const inputs = new Map<string, HTMLInputElement>()

  const mark = (): void => {
    for (const [value, input] of inputs) input.checked = sent.includes(value)
  }
  const tick = (value: string, isTicked: boolean): void => {
    sent = tickValue(sent, { value, isTicked, all: param.info.allspecifier })
    mark()
    change(sent.length === 0 ? undefined : joinValues(sent))
  }
  const add = ({ value, label, about }: Choice): void => {
    const input = element('input', {
      id: `${id}-${inputs.size}`,
      name: param.name,
      type: 'checkbox',
      value,
      class: 'cdx-checkbox__input',
    })
    input.addEventListener('change', () => tick(value, input.checked))
    inputs.set(value, input)
    place.append(checkBox(input, element('bdi', { lang: 'en', translate: 'no' }, label), about))
  }
  for (const choice of choicesOf(context)) add(choice)
  return {
    element: place,
    isGroup: true,
    show(value) {
      const isNew = (value ?? '') !== joinValues(sent)
      sent = splitValues(value ?? '')
      for (const each of sent) if (!inputs.has(each)) add({ value: each, label: each })
      mark()
      if (isNew) requestAnimationFrame(() => showFirst(place))
    },
  }
}

/** Brings the first ticked box of a list that scrolls into sight. */
function showFirst(place: HTMLElement): void {
  const ticked = place.querySelector(':scope > :has(:checked)')
  if (ticked === null) return
  const below = ticked.getBoundingClientRect().top - place.getBoundingClientRect().top
  place.scrollTop += below - place.clientHeight / 3
}

function choicesOf({ param, described }: ControlContext): readonly Choice[] {
  const { type, allspecifier, deprecatedvalues, labels } = param.info
  const values = typeof type === 'string' ? [] : type
  const known = values.map((value) => ({
    value,
    label: [
      value,
      labels === undefined ? undefined : labels[value] || say('blanknamespace'),
      ...(deprecatedvalues?.includes(value) ? [`(${say('pages-sandbox-deprecated')})`] : []),
    ]
      .filter((part) => part !== undefined)
      .join(' '),
    about: described.ofValues.get(value),
  }))
  if (allspecifier === undefined) return known
  return [{ value: allspecifier, label: say('pages-sandbox-all', allspecifier) }, ...known]
}
