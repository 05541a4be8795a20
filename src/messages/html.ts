import { textOf } from './languages.ts'
import type { MessageKey } from './message.ts'
import { escapeHtml } from './say.ts'

/** Text that is HTML already, and is not escaped again. */
export class Html {
  readonly #text: string

  constructor(text: string) {
    this.#text = text
  }

  toString(): string {
    return this.#text
  }
}

/** What a template can hold: text is escaped, lists are joined, `undefined` is nothing. */
export type HtmlPart = Html | string | number | undefined | readonly HtmlPart[]

/** Makes HTML of a template: whatever is put into it is shown as it is, and adds no markup. */
export function html(literals: TemplateStringsArray, ...parts: readonly HtmlPart[]): Html {
  const [first = '', ...rest] = literals
  return new Html(rest.reduce((text, literal, at) => text + spell(parts[at]) + literal, first))
}

function spell(part: HtmlPart): string {
  if (part === undefined) return ''
  if (part instanceof Html) return part.toString()
  // Who puts the page into NFC must not merge this mark with the `>` of a tag.
  return typeof part === 'object'
    ? part.map(spell).join('')
    : escapeHtml(String(part)).replaceAll('\u0338', '&#824;')
}

/** Says a text that has no markup of its own, with HTML in the places of `$1`, `$2` … */
export function htmlMessage(
  key: MessageKey,
  language: string,
  ...parts: readonly HtmlPart[]
): Html {
  const pieces = textOf(key, language).split(/\$(\d)/)
  return html`${pieces.map((piece, at) => (at % 2 === 0 ? piece : parts[Number(piece) - 1]))}`
}
