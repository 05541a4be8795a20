import { CookieJar } from '../src/client/cookie-jar.ts'
import { findElements } from '../src/compare/find-elements.ts'
import { type Markup, readMarkup, textOf } from '../src/compare/read-markup.ts'

/** What a form is sent with, by the names of its fields; several values of a name are a list. */
export type FormFields = Readonly<Record<string, string | readonly string[]>>

/** A page as a visitor without scripts sees it. */
export class SeenPage {
  readonly address: string
  readonly status: number
  readonly headers: Headers
  readonly setCookies: readonly string[]
  readonly html: string
  readonly #markup: Markup

  constructor(address: string, response: Response, html: string) {
    this.address = address
    this.status = response.status
    this.headers = response.headers
    this.setCookies = response.headers.getSetCookie()
    this.html = html
    this.#markup = readMarkup(html)
  }

  /** Where it leads to, if it is a redirect. */
  get location(): string | undefined {
    return this.headers.get('location') ?? undefined
  }

  /** The elements that fit `name#id.class[attribute=value]`. */
  find(selector: string): readonly Markup[] {
    return findElements(this.#markup, selector)
  }

  /** The text of the first element that fits. */
  text(selector: string): string | undefined {
    const [first] = this.find(selector)
    return first && textOf(first).trim()
  }

  /** What a form would send as it stands: every field that has a value, but no button. */
  fieldsOf(form = 'form'): FormFields {
    const fields = new Map<string, string[]>()
    const add = (name: string | undefined, value: string): void => {
      if (name !== undefined) fields.set(name, [...(fields.get(name) ?? []), value])
    }
    for (const { attributes } of this.find(`${form} input`)) {
      const type = attributes.get('type') ?? 'text'
      if (attributes.has('disabled') || ['submit', 'button', 'reset'].includes(type)) continue
      const isChoice = type === 'checkbox' || type === 'radio'
      if (isChoice && !attributes.has('checked')) continue
      add(attributes.get('name'), attributes.get('value') ?? (isChoice ? 'on' : ''))
    }
    for (const area of this.find(`${form} textarea`)) {
      add(area.attributes.get('name'), textOf(area).replace(/^\n/, ''))
    }
    for (const select of this.find(`${form} select`)) {
      const options = findElements(select, 'option')
      const chosen = options.find(({ attributes }) => attributes.has('selected')) ?? options[0]
      add(select.attributes.get('name'), chosen?.attributes.get('value') ?? '')
    }
    return Object.fromEntries(fields)
  }
}

/** Somebody with cookies who reads a wiki's pages and fills in their forms, without scripts. */
export class PageVisitor {
  readonly jar: CookieJar
  readonly origin: string
  readonly #ask: (request: Request) => Promise<Response>

  constructor(
    ask: (request: Request) => Promise<Response>,
    {
      origin = 'http://127.0.0.1:8080',
      jar = new CookieJar(),
    }: { origin?: string; jar?: CookieJar } = {},
  ) {
    this.#ask = ask
    this.origin = origin
    this.jar = jar
  }

  /** Opens a page by its title, as an address of index.php; redirects are not followed. */
  open(title: string, query: Readonly<Record<string, string>> = {}): Promise<SeenPage> {
    return this.get(`/index.php?${new URLSearchParams({ title, ...query })}`)
  }

  /** Opens an address of the wiki; redirects are not followed. */
  get(address: string): Promise<SeenPage> {
    return this.#send(address)
  }

  /** Goes where a page leads. */
  follow({ location }: SeenPage): Promise<SeenPage> {
    if (location === undefined) throw new Error('Cannot follow: the page is no redirect')
    return this.get(location)
  }

  /** Sends a form of a page with other values in some fields, and the button that is pressed. */
  submit(page: SeenPage, changes: FormFields = {}, form = 'form[method=post]'): Promise<SeenPage> {
    const [found] = page.find(form)
    if (found === undefined) throw new Error(`Cannot submit: the page has no ${form}`)
    const body = new URLSearchParams()
    for (const [name, value] of Object.entries({ ...page.fieldsOf(form), ...changes })) {
      for (const each of typeof value === 'string' ? [value] : value) body.append(name, each)
    }
    return this.#send(found.attributes.get('action') ?? page.address, { method: 'POST', body })
  }

  async #send(address: string, init: RequestInit = {}): Promise<SeenPage> {
    const url = new URL(address, this.origin)
    const cookie = this.jar.header()
    const headers = cookie === undefined ? {} : { cookie }
    const response = await this.#ask(new Request(url, { ...init, headers, redirect: 'manual' }))
    for (const setCookie of response.headers.getSetCookie()) this.jar.obey(setCookie)
    return new SeenPage(url.href, response, await response.text())
  }
}
