/** Values by name, as `mw.config` has them. */
export class MwMap {
  /** All of them. */
  readonly values: Record<string, unknown>

  constructor(values: Readonly<Record<string, unknown>> = {}) {
    this.values = Object.assign(Object.create(null), values)
  }

  /** A value, or the fallback; several as an object, or all. */
  get(name?: string | readonly string[], fallback: unknown = null): unknown {
    if (name === undefined) return this.values
    if (typeof name === 'string') return this.exists(name) ? this.values[name] : fallback
    return Object.fromEntries(name.map((each) => [each, this.get(each, fallback)]))
  }

  /** Sets one value, or several. A name alone is a mistake. */
  set(
    ...given: readonly [string, unknown] | readonly [Readonly<Record<string, unknown>>]
  ): boolean {
    const [name, value] = given
    if (typeof name !== 'string') Object.assign(this.values, name)
    else if (given.length > 1) this.values[name] = value
    return typeof name !== 'string' || given.length > 1
  }

  exists(name: string): boolean {
    return name in this.values
  }
}
