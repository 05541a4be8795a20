import { CookieJar } from '../src/client/cookie-jar.ts'

/** What a wiki answered, as far as tests look. */
interface Body {
  readonly login?: LoginAnswer
  readonly clientlogin?: AuthAnswer
  readonly createaccount?: AuthAnswer
  readonly linkaccount?: AuthAnswer
  readonly checktoken?: { readonly result: string }
  readonly query?: {
    readonly tokens?: Readonly<Record<string, string>>
    readonly userinfo?: Userinfo
    readonly authmanagerinfo?: AuthManagerInfo
    readonly jetonsessions?: readonly SeenSession[]
  }
  readonly continue?: Readonly<Record<string, string>>
  readonly jetonendsession?: { readonly ended: readonly string[] }
  readonly jetonexplaintoken?: ExplainedToken
  readonly session_verification?: {
    readonly token?: string
    readonly error?: string
    readonly success?: number
    readonly userID?: string
    readonly token_age_in_seconds?: number
  }
}

/** How a login ended. */
export interface LoginAnswer {
  readonly result: string
  readonly reason?: { readonly code: string }
  readonly lgusername?: string
}

/** What somebody is to be asked. */
interface Asked {
  readonly requests?: readonly { readonly id: string; readonly account?: unknown }[]
  readonly fields?: Readonly<Record<string, { readonly optional: boolean }>>
}

/** How a step of logging in, or of making or linking an account, ended. */
export interface AuthAnswer extends Asked {
  readonly status: string
  readonly username?: string
  readonly message?: unknown
  readonly messagecode?: string
  readonly canpreservestate?: boolean
  readonly redirecttarget?: string
  readonly redirectdata?: unknown
}

interface AuthManagerInfo extends Asked {
  readonly haspreservedstate?: boolean
  readonly hasprimarypreservedstate?: boolean
  readonly preservedusername?: string
}

/** A session as its user sees it. */
export interface SeenSession {
  readonly id: string
  readonly current: boolean
  readonly type: string
  readonly appid?: string
  readonly remembered: boolean
  readonly made?: string
  readonly used?: string
  readonly expires: string
  readonly address?: string
  readonly agent?: string
}

/** What somebody is told of a token. */
export interface ExplainedToken {
  readonly valid: boolean
  readonly types: readonly string[]
  readonly forms: readonly string[]
  readonly generated?: string
  readonly meant?: string
  readonly reasons: readonly { readonly code: string; readonly text?: string }[]
  readonly session: string
  readonly loggedin?: string
  readonly othersession?: Pick<SeenSession, 'id' | 'type' | 'appid'>
}

interface Userinfo {
  readonly id: number
  readonly name: string
  readonly anon?: true
  readonly rights?: readonly string[]
  readonly blockid?: number | null
}

/** An answer, with what it does to cookies. */
export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly setCookies: readonly string[]
  /** The code of the error that it is, if it is one. */
  readonly error: string | undefined
  readonly body: Body
}

/** Who answers: a wiki in this process, or, with the global `fetch`, one elsewhere. */
type Ask = (request: Request) => Promise<Response>

/** Somebody with cookies who asks a wiki. */
export class Visitor {
  readonly jar = new CookieJar()
  readonly #ask: Ask
  readonly #apiUrl: string

  constructor(ask: Ask, apiUrl = 'http://127.0.0.1:8080/api.php') {
    this.#ask = ask
    this.#apiUrl = apiUrl
  }

  /** Somebody else, who got hold of this visitor's cookies, and may ask in another way. */
  copy(ask = this.#ask): Visitor {
    const other = new Visitor(ask, this.#apiUrl)
    for (const cookie of this.jar.header()?.split('; ') ?? []) other.jar.obey(cookie)
    return other
  }

  /** Posts a form to the API, and obeys what the answer says about cookies. */
  async ask(
    form: Readonly<Record<string, string>>,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Answer> {
    const cookie = this.jar.header()
    const response = await this.#ask(
      new Request(this.#apiUrl, {
        method: 'POST',
        headers: cookie === undefined ? headers : { ...headers, cookie },
        body: new URLSearchParams({
          ...{ format: 'json', formatversion: '2', errorformat: 'raw' },
          ...form,
        }),
      }),
    )
    const setCookies = response.headers.getSetCookie()
    for (const setCookie of setCookies) this.jar.obey(setCookie)
    // Whatever else it is, the test finds out by looking.
    const body = (await response.json()) as Body
    const error = response.headers.get('mediawiki-api-error') ?? undefined
    return { status: response.status, headers: response.headers, setCookies, error, body }
  }

  async token(type: string): Promise<string> {
    const { body } = await this.ask({ action: 'query', meta: 'tokens', type })
    const token = body.query?.tokens?.[`${type}token`]
    if (token === undefined) throw new Error(`Cannot get a token: ${JSON.stringify(body)}`)
    return token
  }

  /** What `checktoken` says of a token. */
  async check(type: string, token: string): Promise<string | undefined> {
    const { body } = await this.ask({ action: 'checktoken', type, token })
    return body.checktoken?.result
  }

  /** The name of whoever the wiki takes this visitor for; `undefined` for nobody. */
  async whoAmI(): Promise<string | undefined> {
    const { status, body } = await this.ask({ action: 'query', meta: 'userinfo' })
    const userinfo = body.query?.userinfo
    if (userinfo === undefined) throw new Error(`Cannot ask: ${status} ${JSON.stringify(body)}`)
    return userinfo.anon ? undefined : userinfo.name
  }

  /** This visitor's sessions, as the wiki tells. */
  async sessions(): Promise<readonly SeenSession[]> {
    const { body } = await this.ask({ action: 'query', list: 'jetonsessions' })
    if (body.query?.jetonsessions === undefined)
      throw new Error(`Cannot list sessions: ${JSON.stringify(body)}`)
    return body.query.jetonsessions
  }

  /** Tries to log in, with a token that is there already or a new one. */
  async tryLogIn(
    lgname: string,
    lgpassword: string,
    lgtoken?: string,
  ): Promise<LoginAnswer | undefined> {
    const token = lgtoken ?? (await this.token('login'))
    const { body } = await this.ask({ action: 'login', lgname, lgpassword, lgtoken: token })
    return body.login
  }

  async logIn(name: string, password: string): Promise<void> {
    const answer = await this.tryLogIn(name, password)
    if (answer?.result !== 'Success')
      throw new Error(`Cannot log in as "${name}": ${JSON.stringify(answer)}`)
  }

  async logOut(): Promise<void> {
    const { error } = await this.ask({ action: 'logout', token: await this.token('csrf') })
    if (error !== undefined) throw new Error(`Cannot log out: ${error}`)
  }
}
