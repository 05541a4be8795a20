/** Knows which sessions each token was given to. */
export class TokenBook {
  readonly #sessions = new Map<string, Set<string>>()

  /** All tokens that anybody was given. */
  get all(): readonly string[] {
    return [...this.#sessions.keys()]
  }

  sessionsOf(token: string): ReadonlySet<string> {
    return this.#sessions.get(token) ?? new Set()
  }

  note(token: string, sessions: Iterable<string>): void {
    // That one is for everybody who is nobody.
    if (token === '+\\') return
    this.#sessions.set(token, new Set([...this.sessionsOf(token), ...sessions]))
  }
}
