import type { PhpArray, PhpValue } from '../php/php-serialize.ts'
import { randomHex32 } from '../random.ts'
import { makeSessionId, type Origin } from './session-id.ts'
import type { SessionRecord } from './session-record.ts'
import type { SessionBotPassword, SessionUser } from './session-users.ts'

/** How a session is recognised: by cookies of a browser, or by the one of a program's bot password. */
export type SessionKind = 'cookie' | 'bot password'

/** How a session begins: from what is stored, or from nothing. */
export interface SessionStart {
  /** A new one unless it is given. */
  readonly id?: string
  readonly kind: SessionKind
  readonly user?: SessionUser | undefined
  readonly botPassword?: SessionBotPassword | undefined
  readonly remember?: boolean
  readonly persisted?: boolean
  readonly stored?: SessionRecord
}

const noData: PhpArray = new Map()

/** One visitor's session during one request; `save-session.ts` keeps what becomes of it. */
export class Session {
  readonly #origin: Origin
  #id: string | undefined
  #kind: SessionKind
  #user: SessionUser | undefined
  #botPassword: SessionBotPassword | undefined
  #remember: boolean
  #persisted: boolean
  #stored: SessionRecord | undefined
  /** Never changed, but replaced: what is stored may be remembered, and read by other requests. */
  #data: PhpArray
  #storedId: string | undefined
  #endedId: string | undefined
  #isReissued = false
  #changed = false
  #cookiesDue = false

  constructor(start: SessionStart, origin: Origin) {
    this.#origin = origin
    this.#id = start.id
    this.#kind = start.kind
    this.#user = start.user
    this.#botPassword = start.botPassword
    this.#remember = start.remember ?? start.stored?.metadata.remember ?? false
    this.#persisted = start.persisted ?? false
    this.#stored = start.stored
    this.#data = start.stored?.data ?? noData
    this.#storedId = start.stored && start.id
  }

  /** Made when it is first asked for: most visitors who are nobody never need one. */
  get id(): string {
    this.#id ??= makeSessionId(this.#origin)
    return this.#id
  }

  get kind(): SessionKind {
    return this.#kind
  }

  /** Who is logged in. */
  get user(): SessionUser | undefined {
    return this.#user
  }

  /** The bot password that a program logged in with. */
  get botPassword(): SessionBotPassword | undefined {
    return this.#botPassword
  }

  /** Whether the browser is to remember the login longer than the session lasts. */
  get remember(): boolean {
    return this.#remember
  }

  /** Whether the session outlives this request. */
  get persisted(): boolean {
    return this.#persisted
  }

  /** Whether there is something to save. */
  get changed(): boolean {
    return this.#changed
  }

  /** Whether the client has to be sent its cookies. */
  get cookiesDue(): boolean {
    return this.#cookiesDue
  }

  /** Whether it goes on under another id, though nobody has proved anew to be somebody. */
  get isReissued(): boolean {
    return this.#isReissued
  }

  get data(): PhpArray {
    return this.#data
  }

  /** What was stored when the request came. */
  get stored(): SessionRecord | undefined {
    return this.#stored
  }

  /** The id under which it is stored, which a new id takes the place of. */
  get storedId(): string | undefined {
    return this.#storedId
  }

  /** The id of a stored session that this request has ended. */
  get endedId(): string | undefined {
    return this.#endedId
  }

  /** Makes the session outlive this request. */
  persist(): void {
    if (this.#persisted) return

    this.#persisted = true
    this.#changed = true
    this.#cookiesDue = true
  }

  /** Saves it again with a new lifetime, and sends its cookies again. */
  renew(): void {
    this.#changed = true
    this.#cookiesDue = true
  }

  /** Keeps a value with the session, under a name; `undefined` takes it out. */
  keep(name: string, value: PhpValue | undefined): void {
    if (this.#data.get(name) === value) return

    const data = new Map(this.#data)
    if (value === undefined) data.delete(name)
    else data.set(name, value)
    this.#data = data
    this.#changed = true
  }

  /** The secret that tokens of one kind are made of, if there is one yet. */
  findTokenSecret(key: string): string | undefined {
    const secrets = this.#data.get('wsTokenSecrets')
    const secret = secrets instanceof Map ? secrets.get(key) : undefined
    return typeof secret === 'string' ? secret : undefined
  }

  /** The secret that tokens of one kind are made of, made when it is first needed. */
  tokenSecret(key: string): string {
    const found = this.findTokenSecret(key)
    if (found !== undefined) return found

    const secret = randomHex32(this.#origin.random)
    const secrets = this.#data.get('wsTokenSecrets')
    const known = secrets instanceof Map ? secrets : noData
    this.#data = new Map(this.#data).set('wsTokenSecrets', new Map(known).set(key, secret))
    this.#changed = true
    return secret
  }

  /**
   * Makes it the session of who has just proved to be somebody. The id changes (else whoever planted
   * the old one would be logged in as well), and with it every token.
   */
  logIn(user: SessionUser, { remember, seconds }: { remember: boolean; seconds: number }): void {
    this.#id = makeSessionId(this.#origin)
    this.#user = user
    this.#isReissued = false
    this.#remember = remember
    const data = new Map(this.#data)
    data.delete('wsTokenSecrets')
    data.set('AuthManager:lastAuthId', user.id)
    data.set('AuthManager:lastAuthTimestamp', seconds)
    this.#data = data
    this.#persisted = true
    this.#changed = true
    this.#cookiesDue = true
  }

  /** Begins a program's session; the browser's session that it asked with stays what it is. */
  beginBotSession(user: SessionUser, botPassword: SessionBotPassword): void {
    this.#id = makeSessionId(this.#origin)
    this.#kind = 'bot password'
    this.#user = user
    this.#botPassword = botPassword
    this.#remember = true
    this.#data = noData
    this.#stored = undefined
    this.#storedId = undefined
    this.#persisted = true
    this.#changed = true
    this.#cookiesDue = true
  }

  /**
   * Goes on under a new id with a new token of the account, which ends its other sessions: nobody
   * who knew this one by its old id goes on with it either.
   */
  reissue(user: SessionUser): void {
    this.#id = makeSessionId(this.#origin)
    this.#user = user
    this.#isReissued = true
    this.#changed = true
    this.#cookiesDue = true
  }

  /** Ends the session: what was stored is forgotten, the visitor is nobody. */
  end(): void {
    this.#endedId = this.#storedId
    this.#user = undefined
    this.#botPassword = undefined
    this.#data = noData
    this.#stored = undefined
    this.#storedId = undefined
    this.#persisted = false
    this.#changed = true
    this.#cookiesDue = true
  }
}
