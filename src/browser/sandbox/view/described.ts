import { safeHtml } from './safe-html.ts'

/** A description that has been taken apart: what it says of the parameter, and of each of its values. */
export interface Described {
  readonly text: DocumentFragment
  readonly ofValues: ReadonlyMap<string, DocumentFragment>
}

/** Takes what a description says of single values, in a list of terms, to where they are chosen. */
export function describe(html: string | undefined): Described {
  const text = safeHtml(html ?? '')
  const ofValues = new Map<string, DocumentFragment>()
  for (const list of text.querySelectorAll('dl')) {
    for (const term of list.querySelectorAll('dt')) {
      const about = document.createDocumentFragment()
      for (
        let next = term.nextElementSibling;
        next?.localName === 'dd';
        next = next.nextElementSibling
      )
        about.append(...next.childNodes)
      ofValues.set(term.textContent.trim(), about)
    }
    list.remove()
  }
  return { text, ofValues }
}
