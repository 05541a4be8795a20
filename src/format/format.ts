import type { ParamSpecs } from '../params/param-spec.ts'
import type { Problem } from '../result/problem.ts'
import type { ResultMap } from '../result/value.ts'

/** What a spelled answer is, as its headers say. */
export interface AnswerKind {
  readonly contentType: string
  /** What a browser calls the answer when it is saved. */
  readonly fileName: string
  /** Set where a person is to read it in a browser, so that its status is always 200. */
  readonly isFor?: 'person' | 'script'
}

/** A way to spell an answer. */
export interface Format {
  readonly name: string
  /** What its answers are, unless parameters make them something else. */
  readonly kind: AnswerKind
  /** The parameters that belong to the format, such as `formatversion`. */
  readonly params: ParamSpecs
  /** Parameters that mean nothing here, but are nothing to warn of. */
  readonly ignores?: readonly string[]
  /** What the client is to know about the parameters it chose. */
  warnings?(params: FormatParams): readonly Problem[]
  print(value: ResultMap, params: FormatParams, about: () => AboutAnswer): Printed
}

/** The values of a format's parameters. */
export type FormatParams = Readonly<Record<string, unknown>>

/** What a page shows beside the answer. */
export interface AboutAnswer {
  readonly siteName: string
  /** The language that the page speaks. */
  readonly language: string
  /** The status that a program would have got. */
  readonly status: number
  /** How long it took to find the answer. */
  readonly milliseconds: number
  readonly apiUrl: string
  /** The address that answers the same in another format; none where the request was posted. */
  addressFor(format: string): string | undefined
}

/** An answer as text, and what it is where that depends on parameters. */
export interface Printed {
  readonly body: string
  readonly kind?: AnswerKind
}
