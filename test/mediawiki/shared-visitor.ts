import { CookieJar } from '../../src/client/cookie-jar.ts'
import type { SeenSession } from '../visitor.ts'

/** Who may log in, on either server. */
export interface Accounts {
  readonly user: string
  readonly password: string
  readonly botUser: string
  readonly botPassword: string
}

/** What a wiki says of whoever asks. */
interface Userinfo {
  readonly id: number
  readonly name: string
  readonly anon?: true
}

/** What a wiki answered, as far as these tests look. */
interface Answer {
  readonly error?: unknown
  readonly query: {
    readonly tokens: Readonly<Record<string, string>>
    readonly userinfo: Userinfo
    readonly logevents: readonly { readonly type: string; readonly action: string }[]
    readonly jetonsessions: readonly SeenSession[]
  }
  readonly login: { readonly result: string }
  readonly checktoken: { readonly result: string }
}

/** What remembers somebody when the session is gone; MediaWiki lets it outlive a logout. */
export const tokenCookie = 'wikiToken'

/** Somebody with one set of cookies for two servers, as a browser has for one host. */
export class SharedVisitor {
  readonly jar = new CookieJar()

  /** Somebody else, who got hold of this visitor's cookies. */
  copy(): SharedVisitor {
    const other = new SharedVisitor()
    for (const cookie of this.jar.header()?.split('; ') ?? []) other.jar.obey(cookie)
    return other
  }

  /** Posts a form to an API, and reads the JSON that comes back. */
  async ask(apiUrl: string, form: Readonly<Record<string, string>>): Promise<Answer> {
    const cookie = this.jar.header()
    const response = await fetch(apiUrl, {
      method: 'POST',
      headers: cookie === undefined ? {} : { cookie },
      body: new URLSearchParams({ ...form, format: 'json', formatversion: '2' }),
    })
    for (const setCookie of response.headers.getSetCookie()) this.jar.obey(setCookie)
    // Whatever else it is, the test finds out by looking.
    const answer = (await response.json()) as Answer
    if (answer.error) throw new Error(`Cannot ask "${form['action']}": ${JSON.stringify(answer)}`)
    return answer
  }

  /** This visitor's sessions, as Jeton tells. */
  async sessions(apiUrl: string): Promise<readonly SeenSession[]> {
    return (await this.ask(apiUrl, { action: 'query', list: 'jetonsessions' })).query.jetonsessions
  }

  /** Gets a page of a wiki, as a browser does. */
  async read(url: string): Promise<string> {
    const cookie = this.jar.header()
    const response = await fetch(url, { headers: cookie === undefined ? {} : { cookie } })
    if (!response.ok) throw new Error(`Cannot read "${url}": ${await response.text()}`)
    return response.text()
  }

  async token(apiUrl: string, type: string): Promise<string> {
    const { query } = await this.ask(apiUrl, { action: 'query', meta: 'tokens', type })
    return query.tokens[`${type}token`] ?? ''
  }

  /** What `checktoken` says of a csrf token. */
  async check(apiUrl: string, token: string): Promise<string> {
    const { checktoken } = await this.ask(apiUrl, { action: 'checktoken', type: 'csrf', token })
    return checktoken.result
  }

  async whoAmI(apiUrl: string): Promise<Userinfo> {
    const { query } = await this.ask(apiUrl, { action: 'query', meta: 'userinfo' })
    return query.userinfo
  }

  async logIn(apiUrl: string, lgname: string, lgpassword: string): Promise<void> {
    const lgtoken = await this.token(apiUrl, 'login')
    const answer = await this.ask(apiUrl, { action: 'login', lgname, lgpassword, lgtoken })
    if (answer.login.result !== 'Success')
      throw new Error(`Cannot log in as "${lgname}": ${JSON.stringify(answer)}`)
  }

  async logOut(apiUrl: string): Promise<void> {
    await this.ask(apiUrl, { action: 'logout', token: await this.token(apiUrl, 'csrf') })
  }
}

/** A way to log in; what it leaves behind is cookies. */
type LogIn = (visitor: SharedVisitor, apiUrl: string, accounts: Accounts) => Promise<void>

/** The ways to log in, each with cookies of its own. */
export const logins = {
  'with a password': (visitor, apiUrl, { user, password }) => visitor.logIn(apiUrl, user, password),
  'for one session': async (visitor, apiUrl, { user, password }) => {
    await visitor.logIn(apiUrl, user, password)
    visitor.jar.remove(tokenCookie)
  },
  'with a bot password': (visitor, apiUrl, { botUser, botPassword }) =>
    visitor.logIn(apiUrl, botUser, botPassword),
} as const satisfies Readonly<Record<string, LogIn>>
