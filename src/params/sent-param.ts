import { type CleanValue, cleanUp } from './clean-text.ts'

/** A value as it came: text, bytes that are not UTF-8, or one of PHP's arrays (`name[]=…`). */
export type RawValue = string | Uint8Array | typeof phpArray

/** Stands for what a client sent as `name[]=…`: no parameter reads that. */
export const phpArray: unique symbol = Symbol('array')

/** Parameters by name, in their order. */
export type SentParams = ReadonlyMap<string, SentParam>

/** One parameter as it was sent. Many steps of a request look at it: it is cleaned up for the first of them. */
export class SentParam {
  readonly raw: RawValue
  #clean: CleanValue | typeof phpArray | undefined
  #isRead = false

  /** What it is when it is clean is given where that is known already. */
  constructor(raw: RawValue, clean?: CleanValue) {
    this.raw = raw
    this.#clean = clean
  }

  /** Whether anybody has asked for it: nobody knows those of which nobody has. */
  get isRead(): boolean {
    return this.#isRead
  }

  markAsRead(): void {
    this.#isRead = true
  }

  /** Its value once it is cleaned up; `phpArray` for what no parameter can read. */
  get clean(): CleanValue | typeof phpArray | undefined {
    return this.#clean
  }

  /** Cleans it up, as what stands in an address or as what does not. */
  cleanUp(isInQuery: boolean): CleanValue | typeof phpArray {
    const { raw } = this
    const clean = raw === phpArray ? raw : cleanUp(raw, isInQuery)
    this.#clean = clean
    return clean
  }
}

/** Parameters that come from elsewhere than a request. */
export function sentParams(values: Iterable<readonly [name: string, value: RawValue]>): SentParams {
  return new Map(Array.from(values, ([name, value]) => [name, new SentParam(value)]))
}
