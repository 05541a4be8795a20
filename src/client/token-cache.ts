import { ClientError } from './client-error.ts'

/** Tokens by type, each asked for once, however many want it. */
export class TokenCache {
  readonly #tokens = new Map<string, Promise<string>>()

  constructor(known: Readonly<Record<string, string>> = {}) {
    for (const [type, token] of Object.entries(known))
      this.#tokens.set(type, Promise.resolve(token))
  }

  /**
   * The token of a type; `ask` is called if nobody has asked for it yet. Of errors only one is kept, as in MediaWiki's
   * client: that the wiki has no tokens of this type.
   */
  get(type: string, ask: () => Promise<string>): Promise<string> {
    const known = this.#tokens.get(type)
    if (known !== undefined) return known

    const asked = ask()
    this.#tokens.set(type, asked)
    asked.catch((error: unknown) => {
      if (!(error instanceof ClientError && error.code === 'token-missing'))
        this.forget(type, asked)
    })
    return asked
  }

  /** Forgets the token of a type, or only that one: another may already have come instead. */
  forget(type: string, only?: Promise<string>): void {
    if (only === undefined || this.#tokens.get(type) === only) this.#tokens.delete(type)
  }

  clear(): void {
    this.#tokens.clear()
  }
}
