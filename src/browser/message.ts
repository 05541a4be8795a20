import type { MwMap } from './mw-map.ts'

/** A text of the page in its language, with `$1` and the like filled in. */
export class Message {
  readonly key: string
  readonly parameters: readonly unknown[]
  readonly #texts: MwMap

  constructor(texts: MwMap, key: string, parameters: readonly unknown[] = []) {
    this.#texts = texts
    this.key = key
    this.parameters = parameters
  }

  exists(): boolean {
    return this.#texts.exists(this.key)
  }

  text(): string {
    return sayMessage(this.#texts, this.key, this.parameters)
  }

  plain(): string {
    return this.text()
  }

  /** The text, to be put into HTML. */
  escaped(): string {
    return escapeHtml(this.text())
  }

  /** The same: the texts of a page's scripts have no markup. */
  parse(): string {
    return this.escaped()
  }

  toString(): string {
    return this.text()
  }
}

/** A text with its parameters; the key in brackets, where the page has no such text. */
export function sayMessage(texts: MwMap, key: string, parameters: readonly unknown[]): string {
  if (!texts.exists(key)) return `⧼${key}⧽`
  return String(texts.get(key)).replaceAll(/\$(\d+)/g, (place, number) => {
    const index = Number(number) - 1
    return index in parameters ? String(parameters[index]) : place
  })
}

/** Text as it stands in HTML. */
export function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}
