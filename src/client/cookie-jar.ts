/** The cookies of one visitor, as a browser would keep them for one server until it is closed. */
export class CookieJar {
  readonly #cookies = new Map<string, string>()

  /** Obeys one Set-Cookie header. */
  obey(setCookie: string): void {
    const [pair = '', ...attributes] = setCookie.split(/; */)
    const [name = '', ...value] = pair.split('=')
    if (isOver(attributes)) this.remove(name)
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

/** Whether the server takes the cookie back; until when it is good otherwise, the server knows itself. */
function isOver(attributes: readonly string[]): boolean {
  const values = new Map(
    attributes.map((attribute): [string, string] => {
      const [name = '', value = ''] = attribute.split('=')
      return [name.toLowerCase(), value]
    }),
  )
  const seconds = values.get('max-age')
  return seconds === undefined
    ? Date.parse(values.get('expires') ?? '') < Date.now()
    : Number(seconds) <= 0
}
