import type { ApiError } from './api-error.ts'
import type { ErrorFormatter } from './error-format.ts'
import type { Page } from './page.ts'
import type { Problem } from './problem.ts'
import { annotate, type ResultMap, type ResultValue, type ValueMeta } from './value.ts'

/**
 * Who may keep an answer: the client only; caches between us too, if who asks is anonymous; or they, whoever asks,
 * unless it is in that person's language.
 */
export type CacheMode = 'private' | 'anon-public-user-private' | 'public'

/** The answer to one request while it is being made: an ordered tree, warnings and errors. */
export class Reply {
  readonly formatter: ErrorFormatter
  /** How the answer may be kept, as far as that is known yet. */
  cacheMode: CacheMode | 'never' = 'never'
  readonly #headers: (readonly [name: string, value: string])[] = []
  #isUnchanged = false
  #parts: (readonly [name: string, value: ResultValue])[] = []
  readonly #warnings: Problem[] = []
  #error: ApiError | undefined
  #page: Page | undefined
  #warningsOfPage = 0

  constructor(formatter: ErrorFormatter) {
    this.formatter = formatter
  }

  /** Adds a top-level part after those that are there. */
  add(name: string, value: ResultValue): void {
    this.#parts.push([name, value])
  }

  /** Adds a top-level part before those that are there. */
  addFirst(name: string, value: ResultValue): void {
    this.#parts.unshift([name, value])
  }

  /** Warns the client; the first warning puts `warnings` before all parts that are there. */
  warn(problem: Problem): void {
    if (this.#warnings.length === 0) this.addFirst('warnings', [])
    this.#warnings.push(problem)
  }

  /** Makes the answer an error: only warnings stay, and the echoed parts follow. */
  fail(error: ApiError, echoed: readonly (readonly [string, ResultValue])[]): void {
    this.#error = error
    const [first, ...rest] = this.formatter.errors(error.problems)
    const warnings = this.#parts.filter(([name]) => name === 'warnings')
    this.#parts = [...(first ? [first] : []), ...warnings, ...rest, ...echoed]
  }

  /** Adds a header to the answer. */
  addHeader(name: string, value: string): void {
    this.#headers.push([name, value])
  }

  /** Answers only that what the client has is still so. */
  leaveUnchanged(): void {
    this.#isUnchanged = true
  }

  /** Whether there is no more to say than that nothing has changed. */
  get isUnchanged(): boolean {
    return this.#isUnchanged
  }

  /** Answers with a page, or with a value that holds one. */
  show(page: Page): void {
    this.#page = page
    this.#warningsOfPage = this.#warnings.length
  }

  /** The page that is the answer; an error is answered instead of it. */
  get page(): Page | undefined {
    return this.#error === undefined ? this.#page : undefined
  }

  /** What the client was warned of before the page was made, which the page tells. */
  get warningsOfPage(): ResultMap {
    const warnings = this.#warnings.slice(0, this.#warningsOfPage)
    return new Map(warnings.length > 0 ? [['warnings', this.formatter.warnings(warnings)]] : [])
  }

  /** The status of the HTTP answer. */
  get status(): number {
    return this.#isUnchanged ? 304 : (this.#error?.status ?? 200)
  }

  /** The headers that the answer brings, and those of an error. */
  get headers(): readonly (readonly [name: string, value: string])[] {
    if (this.#error === undefined) return this.#headers
    const codes = this.#error.problems.map((problem) => this.formatter.codeOf(problem))
    return [['MediaWiki-API-Error', codes.join(', ')], ...this.#error.headers]
  }

  /** The whole answer. */
  toValue(): ResultMap {
    const value = new Map<string, ResultValue>()
    for (const [name, part] of this.#parts) {
      value.set(name, name === 'warnings' ? this.formatter.warnings(this.#warnings) : part)
    }
    return annotate(value, value.has('docref') ? failed : answered)
  }
}

const answered: ValueMeta = { arrayType: 'assoc' }
/** Older formats spell the pointer to the documentation as the text of the answer. */
const failed: ValueMeta = { arrayType: 'assoc', content: 'docref' }
