import { partsOf } from './parts-of.ts'
import { plainText } from './plain-text.ts'

/** An error or a warning of a wiki, in whatever format it was spelled. */
export interface Problem {
  /** What programs look at, such as `badtoken`. */
  readonly code: string
  /** What people read; the code where the wiki gave no text. */
  readonly text: string
  /** The text as HTML, with `errorformat=html`. */
  readonly html?: string
  /** The module that it comes from, where the wiki tells. */
  readonly module?: string
  /** What else is known about it. */
  readonly data?: unknown
}

/** The errors of an answer: none, if it went well. */
export function findErrors(body: unknown): readonly Problem[] {
  const { error, errors } = partsOf(body)
  if (Array.isArray(errors) && errors.length > 0) return errors.map(readProblem)
  return error === undefined || error === null ? [] : [readProblem(error)]
}

/** The warnings of an answer. */
export function findWarnings(body: unknown): readonly Problem[] {
  const { warnings } = partsOf(body)
  if (Array.isArray(warnings)) return warnings.map(readProblem)

  // Without `errorformat`, there is one text for all warnings of a module, and no code.
  return Object.entries(partsOf(warnings)).map(([module, said]) => ({
    code: 'warning',
    text: firstText(partsOf(said), ['warnings', '*']) ?? '',
    module,
  }))
}

function readProblem(problem: unknown): Problem {
  const parts = partsOf(problem)
  const { module, data } = parts
  const code = typeof parts['code'] === 'string' ? parts['code'] : 'unknown'
  const html = firstText(parts, ['html'])
  // What is under `*` besides `info` is where to read more.
  const text = firstText(parts, ['info', 'text', '*']) ?? (html && plainText(html))
  return {
    code,
    text: text ?? firstText(parts, ['key']) ?? code,
    ...(html === undefined ? {} : { html }),
    ...(typeof module === 'string' ? { module } : {}),
    ...(data === undefined ? {} : { data }),
  }
}

function firstText(
  parts: Readonly<Record<string, unknown>>,
  names: readonly string[],
): string | undefined {
  return names.map((name) => parts[name]).find((part) => typeof part === 'string')
}
