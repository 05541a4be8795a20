import type { Reply } from '../../result/reply.ts'
import { partsOf, type ResultObject, type ResultValue } from '../../result/value.ts'
import { type PageSet, pageSetPages, pageSetParts } from './page-set.ts'
import type { QueryModule } from './query-module.ts'

/** The answer to a query, which grows module by module; its parts stand where the first of their kind was added. */
export class QueryAnswer {
  readonly #reply: Reply
  readonly #parts = new Map<string, ResultValue>()
  readonly #told = new Map<string, ResultObject>()
  #pages: PageSet | undefined

  constructor(reply: Reply) {
    this.#reply = reply
  }

  /** Tells of the pages what can be told whatever is asked. */
  describePages(
    pages: PageSet,
    wants: { readonly indexpageids: boolean; readonly iwurl: boolean },
  ): void {
    this.#pages = pages
    for (const [name, value] of pageSetParts(pages, wants)) this.#put(name, value)
    this.#putPages()
  }

  /** Adds what a module answers: parts of the query, or, from a `prop` module, of its pages. */
  add({ group }: QueryModule, answer: ResultValue | undefined): void {
    if (answer === undefined) return
    if (group !== 'prop') {
      for (const [name, value] of partsOf(answer)) this.#put(name, value)
      return
    }
    for (const [key, parts] of partsOf(answer)) {
      this.#told.set(key, { ...this.#told.get(key), ...Object.fromEntries(partsOf(parts)) })
    }
    this.#putPages()
  }

  #putPages(): void {
    const pages = this.#pages && pageSetPages(this.#pages, this.#told)
    if (pages !== undefined) this.#put('pages', pages)
  }

  #put(name: string, value: ResultValue): void {
    if (this.#parts.size === 0) this.#reply.add('query', this.#parts)
    this.#parts.set(name, value)
  }
}
