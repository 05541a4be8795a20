type Callback = (...values: readonly never[]) => unknown
type State = 'pending' | 'resolved' | 'rejected'

/** What comes to an end with several values, as scripts written for MediaWiki expect it. */
export interface Settling {
  resolve(...values: readonly unknown[]): void
  reject(...values: readonly unknown[]): void
}

/** Why an `ApiPromise` was rejected, for native promises, which have one reason. */
export class Rejection {
  readonly values: readonly unknown[]

  constructor(values: readonly unknown[]) {
    this.values = values
  }
}

/**
 * A promise like those of jQuery, which `mw.Api` gives: callbacks get several values, those of `done`, `fail` and
 * `always` at once.
 */
export class ApiPromise {
  #state: State = 'pending'
  #values: readonly unknown[] = []
  #waiting: (() => void)[] = []
  /** Gives up what is waited for. */
  readonly abort: () => void

  constructor(begin: (settling: Settling) => void, abort: () => void = () => undefined) {
    this.abort = abort
    begin({
      resolve: (...values) => this.#settle('resolved', values),
      reject: (...values) => this.#settle('rejected', values),
    })
  }

  /** Wraps a native promise of the values; it is rejected with a `Rejection` of several, or with one. */
  static of(values: Promise<readonly unknown[]>, abort?: () => void): ApiPromise {
    return new ApiPromise(({ resolve, reject }) => {
      values.then(
        (found) => resolve(...found),
        (why: unknown) => reject(...(why instanceof Rejection ? why.values : [why])),
      )
    }, abort)
  }

  /** The same as a native promise, which is rejected with a `Rejection`. */
  settled(): Promise<readonly unknown[]> {
    return new Promise((resolve, reject) => {
      this.done((...values) => resolve(values)).fail((...values) => reject(new Rejection(values)))
    })
  }

  state(): State {
    return this.#state
  }

  /** What jQuery has to hide who settles it. */
  promise(): this {
    return this
  }

  done(...callbacks: readonly (Callback | readonly Callback[])[]): this {
    return this.#on('resolved', callbacks)
  }

  fail(...callbacks: readonly (Callback | readonly Callback[])[]): this {
    return this.#on('rejected', callbacks)
  }

  always(...callbacks: readonly (Callback | readonly Callback[])[]): this {
    return this.done(...callbacks).fail(...callbacks)
  }

  catch(onFail: Callback): ApiPromise {
    return this.then(undefined, onFail)
  }

  // biome-ignore lint/suspicious/noThenProperty: it is a promise
  then(onDone?: Callback | null, onFail?: Callback | null): ApiPromise {
    return new ApiPromise((settling) => {
      const go = (): void => {
        const callback = this.#state === 'resolved' ? onDone : onFail
        if (typeof callback === 'function') this.#callInto(callback, settling)
        else if (this.#state === 'resolved') settling.resolve(...this.#values)
        else settling.reject(...this.#values)
      }
      this.#whenSettled(() => queueMicrotask(go))
    })
  }

  #callInto(callback: Callback, { resolve, reject }: Settling): void {
    // What a callback throws is for whoever waits for what it was to find.
    try {
      const value: unknown = this.#call(callback)
      if (isThenable(value)) value.then(resolve, reject)
      else resolve(value)
    } catch (error) {
      reject(error)
    }
  }

  #on(state: State, callbacks: readonly (Callback | readonly Callback[])[]): this {
    for (const callback of callbacks.flat()) {
      this.#whenSettled(() => {
        if (this.#state === state) this.#call(callback)
      })
    }
    return this
  }

  #call(callback: Callback): unknown {
    // Which values there are is a matter of who settles it: scripts know it from MediaWiki's documentation.
    return callback(...(this.#values as readonly never[]))
  }

  #whenSettled(go: () => void): void {
    if (this.#state === 'pending') this.#waiting.push(go)
    else go()
  }

  #settle(state: State, values: readonly unknown[]): void {
    if (this.#state !== 'pending') return

    this.#state = state
    this.#values = values
    const waiting = this.#waiting
    this.#waiting = []
    for (const go of waiting) go()
  }
}

interface Thenable {
  then(resolve: (...values: unknown[]) => void, reject: (...values: unknown[]) => void): unknown
}

function isThenable(value: unknown): value is Thenable {
  const isObject = typeof value === 'object' && value !== null
  return isObject && 'then' in value && typeof value.then === 'function'
}
