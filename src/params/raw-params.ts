import { type CleanValue, cleanText, cleanUp } from './clean-text.ts'
import { phpArray, type RawValue, type SentParam, type SentParams } from './sent-param.ts'

/**
 * The parameters of one request, from its address and its body; the body wins.
 * It remembers which were asked for, so that the others can be reported.
 */
export class RawParams {
  readonly #query: SentParams
  /** What was sent in either way: first the names of the body, whose values win. */
  readonly #all: SentParams
  readonly #files: ReadonlyMap<string, File>
  readonly #lists: ReadonlyMap<string, readonly RawValue[]>

  constructor(
    query: SentParams,
    body: SentParams,
    files: ReadonlyMap<string, File> = new Map(),
    lists: ReadonlyMap<string, readonly RawValue[]> = new Map(),
  ) {
    this.#query = query
    this.#all = body.size === 0 ? query : merge(body, query)
    this.#files = files
    this.#lists = lists
  }

  /** Tells whether a name was sent at all, without counting it as read. */
  has(name: string): boolean {
    return this.#all.has(name)
  }

  /** Tells whether a name was sent in the address, where secrets must not be. */
  isInQuery(name: string): boolean {
    return this.#query.has(name)
  }

  /** The value of a name, cleaned up; `phpArray` for what no parameter can read. */
  read(name: string): CleanValue | typeof phpArray | undefined {
    const sent = this.#all.get(name)
    sent?.markAsRead()
    return this.#clean(name, sent)
  }

  /** The file of a name; nobody is told of one that no parameter reads. */
  readFile(name: string): File | undefined {
    this.markAsKnown(name)
    return this.#files.get(name)
  }

  /** The value of a name, without counting it as read. */
  peek(name: string): CleanValue | typeof phpArray | undefined {
    return this.#clean(name, this.#all.get(name))
  }

  /** The value of a name as it came, without clean-up. */
  peekRaw(name: string): RawValue | undefined {
    return this.#all.get(name)?.raw
  }

  /** The text of a name, without counting it as read. */
  peekText(name: string): string | undefined {
    const value = this.peek(name)
    return typeof value === 'object' ? value.text : undefined
  }

  /** The texts that a form sent as `name[]=…`, cleaned up. */
  peekList(name: string): readonly string[] {
    const values = this.#lists.get(name) ?? []
    return values.flatMap((raw) => (raw === phpArray ? [] : [cleanUp(raw, false).text]))
  }

  /** The names in the address, in their order. */
  queryNames(): readonly string[] {
    return [...this.#query.keys()]
  }

  /** Counts a name as read by somebody who does not need its value. */
  markAsKnown(name: string): void {
    this.#all.get(name)?.markAsRead()
  }

  /** The names that nobody asked for or knows otherwise, with their place among all names. */
  unknown(isKnown: (name: string) => boolean = () => false): ReadonlyMap<number, string> {
    const unknown = new Map<number, string>()
    let place = 0
    for (const [name, { isRead }] of this.#all) {
      if (!isRead && !isKnown(name)) unknown.set(place, cleanText(name))
      place += 1
    }
    return unknown
  }

  #clean(name: string, sent: SentParam | undefined): CleanValue | typeof phpArray | undefined {
    return sent?.clean ?? sent?.cleanUp(this.#query.has(name))
  }
}

function merge(body: SentParams, query: SentParams): SentParams {
  return query.size === 0 ? body : new Map([...body, ...query, ...body])
}
