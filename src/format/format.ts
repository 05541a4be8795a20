import type { ParamSpecs } from '../params/param-spec.ts'
import type { ResultValue } from '../result/value.ts'

/** A way to spell an answer. */
export interface Format {
  readonly name: string
  readonly contentType: string
  /** What a browser calls the answer when it is saved. */
  readonly fileName: string
  /** The parameters that belong to the format, such as `formatversion`. */
  readonly params: ParamSpecs
  print(value: ResultValue, params: Readonly<Record<string, unknown>>): Printed
}

/** An answer as text, with its type and file name where they depend on parameters. */
export interface Printed {
  readonly body: string
  readonly contentType?: string
  readonly fileName?: string
}
