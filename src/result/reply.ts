import type { ApiError } from './api-error.ts'
import type { ErrorFormatter } from './error-format.ts'
import type { Problem } from './problem.ts'
import { annotate, type ResultMap, type ResultValue } from './value.ts'

/** The answer to one request while it is being made: an ordered tree, warnings and errors. */
export class Reply {
  readonly formatter: ErrorFormatter
  #parts: (readonly [name: string, value: ResultValue])[] = []
  readonly #warnings: Problem[] = []
  #error: ApiError | undefined

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
    const [first, ...rest] = this.formatter.errors([error.problem])
    const warnings = this.#parts.filter(([name]) => name === 'warnings')
    this.#parts = [...(first ? [first] : []), ...warnings, ...rest, ...echoed]
  }

  /** The status of the HTTP answer. */
  get status(): number {
    return this.#error?.status ?? 200
  }

  /** The headers that an error brings. */
  get headers(): readonly (readonly [name: string, value: string])[] {
    if (this.#error === undefined) return []
    const code = this.formatter.codeOf(this.#error.problem)
    return [['MediaWiki-API-Error', code], ...this.#error.headers]
  }

  /** The whole answer. */
  toValue(): ResultMap {
    const parts = this.#parts.map(([name, value]): [string, ResultValue] => [
      name,
      name === 'warnings' ? this.formatter.warnings(this.#warnings) : value,
    ])
    // Older formats spell the pointer to the documentation as the text of the answer.
    return annotate(new Map(parts), { content: 'docref' })
  }
}
