import type { ShownParam } from '../request/shown-modules.ts'
import { element } from './element.ts'
import { say } from './say.ts'

/** The name of a parameter as its field is labelled, with a word if it must be filled in. */
export function nameOf({ info, name }: ShownParam): DocumentFragment {
  const fragment = document.createDocumentFragment()
  fragment.append(
    element('bdi', { class: 'jeton-sandbox-name', lang: 'en', translate: 'no' }, name),
  )
  for (const key of marksOf(info)) {
    fragment.append(' ', element('span', { class: 'jeton-sandbox-mark' }, say(key)))
  }
  return fragment
}

function marksOf({ required, deprecated }: ShownParam['info']): readonly string[] {
  return [
    ...(required ? ['pages-sandbox-required'] : []),
    ...(deprecated ? ['pages-sandbox-deprecated'] : []),
  ]
}
