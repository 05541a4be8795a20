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

  /** Sets one value, or several. */
  set(name: string | Readonly<Record<string, unknown>>, value?: unknown): boolean {
    if (typeof name === 'object') {
      Object.assign(this.values, name)
      return true
    }
    // As MediaWiki: a name alone is a mistake.
    if (value === undefined) return false
    this.values[name] = value
    return true
  }

  exists(name: string): boolean {
    return name in this.values
  }
}
