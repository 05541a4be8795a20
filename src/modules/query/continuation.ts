import type { RawParams } from '../../params/raw-params.ts'
import { ApiError } from '../../result/api-error.ts'
import type { ResultValue } from '../../result/value.ts'
import type { QueryModule } from './query-module.ts'

/** What the parameter `continue` says, as an earlier answer gave it. */
interface Continued {
  /** Whether the pages, and what is told of each, have all been answered. */
  readonly pagesDone: boolean
  /** With which parameters the pages are found once more. */
  readonly generatorParams: readonly string[]
  /** The modules that have answered everything. */
  readonly done: readonly string[]
}

/**
 * Where a query that was too long for one answer goes on. `continue` is `a|b||c|d`: the parameters
 * with which the same pages are found again (`-` when no page is left), and the modules that are done.
 */
export class Continuation {
  readonly #modules: readonly QueryModule[]
  readonly #continued: Continued
  readonly #raw: RawParams
  readonly #nextOf = new Map<string, Map<string, string>>()
  readonly #nextPages = new Map<string, Map<string, string>>()

  constructor(text: string | undefined, modules: readonly QueryModule[], raw: RawParams) {
    this.#modules = modules
    this.#continued = readContinue(text ?? '')
    this.#raw = raw
  }

  /** Whether the pages have all been answered. */
  get pagesDone(): boolean {
    return this.#continued.pagesDone
  }

  /** Tells whether a module has something left to answer. */
  needs({ name, group }: QueryModule): boolean {
    if (this.pagesDone && group === 'prop') return false
    return !this.#continued.done.includes(name)
  }

  /** Notes with which value of a parameter a module goes on. */
  goOnWith({ name, prefix }: QueryModule, param: string, value: string): void {
    note(this.#nextOf, name, prefix + param, value)
  }

  /** Notes with which value of a parameter a generator, whose prefix begins with `g`, goes on. */
  generateWith({ name, prefix }: QueryModule, param: string, value: string): void {
    note(this.#nextPages, name, prefix + param, value)
  }

  /** As `query-continue` has it: the parameters by the module they belong to. */
  raw(): ResultValue | undefined {
    const modules = new Map(this.#nextPages)
    for (const [name, values] of this.#nextOf) {
      modules.set(name, new Map([...values, ...(this.#nextPages.get(name) ?? [])]))
    }
    return modules.size === 0 ? undefined : modules
  }

  /** As `continue` has it: the parameters to send, and what to say in `continue`. */
  next(): { batchComplete: boolean; values: ResultValue | undefined } {
    if (this.#nextOf.size === 0 && this.#nextPages.size === 0) {
      // As nearly always: everything has been answered.
      return { batchComplete: true, values: undefined }
    }
    const groupOf = new Map(this.#modules.map(({ name, group }) => [name, group]))
    const ofPages = this.#pending((name) => groupOf.get(name) === 'prop')
    const others = this.#pending((name) => groupOf.get(name) !== 'prop')
    const nextPages = [...this.#nextPages.values()].flatMap((values) => [...values])

    const batchComplete = ofPages.length === 0
    const generator = batchComplete ? nextPages : this.#generatorValues()
    const pagesDone = batchComplete && nextPages.length === 0
    const keys = pagesDone ? '-' : generator.map(([name]) => name).join('|')
    const values = new Map([...others, ...ofPages, ...generator])
    if (values.size === 0 && pagesDone) return { batchComplete, values: undefined }

    const restarts = batchComplete && !pagesDone
    const done = this.#modules.filter(
      ({ name, group }) => !this.#nextOf.has(name) && !(restarts && group === 'prop'),
    )
    values.set('continue', `${keys}||${done.map(({ name }) => name).join('|')}`)
    return { batchComplete, values }
  }

  #generatorValues(): [string, string][] {
    const names = [...new Set(this.#continued.generatorParams)]
    return names.flatMap((name): [string, string][] => {
      const value = this.#raw.peekText(name)
      return value === undefined ? [] : [[name, value]]
    })
  }

  #pending(belongs: (name: string) => boolean): [string, string][] {
    return [...this.#nextOf]
      .filter(([name]) => belongs(name))
      .flatMap(([, values]): [string, string][] => [...values])
  }
}

function note(
  modules: Map<string, Map<string, string>>,
  name: string,
  param: string,
  value: string,
): void {
  modules.set(name, new Map([...(modules.get(name) ?? []), [param, value]]))
}

const begun: Continued = { pagesDone: false, generatorParams: [], done: [] }

function readContinue(text: string): Continued {
  if (text === '') return begun

  const [generator, done, ...more] = text.split('||')
  if (generator === undefined || done === undefined || more.length > 0) {
    throw new ApiError('main', 'apierror-badcontinue')
  }
  const pagesDone = generator === '-'
  return {
    pagesDone,
    generatorParams: pagesDone ? [] : generator.split('|'),
    done: done.split('|'),
  }
}
