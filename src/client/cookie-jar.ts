/** The cookies of one visitor, as a browser would keep them for one server. */
export class CookieJar {
  readonly #cookies = new Map<string, string>()

  /** Obeys one Set-Cookie header. */
  obey(setCookie: string): void {
    const [pair = '', ...attributes] = setCookie.split(/; */)
    const [name = '', ...value] = pair.split('=')
    if (attributes.some((attribute) => attribute.toLowerCase() === 'max-age=0')) this.remove(name)
    else this.put(name, value.join('='))
  }

  put(name: string, value: string): void {
    this.#cookies.set(name, value)
  }

  remove(name: string): void {
    this.#cookies.delete(name)
  }

  find(name: string): string | undefined {
    return this.#cookies.get(name)
  }

  /** The Cookie header, or nothing when there are no cookies. */
  header(): string | undefined {
    const pairs = [...this.#cookies].map(([name, value]) => `${name}=${value}`)
    return pairs.length > 0 ? pairs.join('; ') : undefined
  }
}
