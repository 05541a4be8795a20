import { randomBytes } from 'node:crypto'
import { hashPassword } from '../../src/auth/passwords/passwords.ts'
import { databaseFile } from '../../src/cli/wiki-options.ts'
import type { PhpArray, PhpValue } from '../../src/php/php-serialize.ts'
import { randomBase32, randomHex32, systemRandom } from '../../src/random.ts'
import { cookieNames } from '../../src/session/cookie-jar.ts'
import { Session, type SessionKind } from '../../src/session/session.ts'
import { sessionHandle } from '../../src/session/session-handle.ts'
import { botPasswordProvider, cookieProvider } from '../../src/session/session-providers.ts'
import { type SessionMetadata, writeSessionRecord } from '../../src/session/session-record.ts'
import type { SessionUser } from '../../src/session/session-users.ts'
import { makeToken } from '../../src/session/token.ts'
import { findUserToken } from '../../src/session/user-token.ts'
import { readSettings } from '../../src/settings/settings.ts'
import { keyspace } from '../../src/storage/keyspace.ts'
import { packSession } from '../../src/storage/sessions/pack-session.ts'
import { sessionKeyPrefix } from '../../src/storage/sessions/session-keys.ts'
import { openSqlite } from '../../src/storage/sqlite/open-sqlite.ts'
import { RowWriter } from './row-writer.ts'

/** Somebody whose session is stored. */
export interface StoredVisitor {
  readonly name: string
  readonly cookie: string
  /** Of type "login" for who is nobody yet, else of type "csrf"; empty if the session has none. */
  readonly token: string
}

/** What a stored session is to be like; a signed-in browser's, with some 400 bytes, unless it says otherwise. */
interface SessionWish {
  readonly kind?: SessionKind | 'nobody'
  /** With so many bytes more than it needs. */
  readonly surplus?: number
  /** Without a secret to make tokens of: the first token that is asked for makes one. */
  readonly isFresh?: boolean
  /** Whose time was over an hour ago. */
  readonly hasExpired?: boolean
}

/** The password of every account in a filled wiki. */
export const password = 'mellow-lantern-quarry'

const settings = readSettings({})
const names = cookieNames(settings)
const appId = 'sweeper'

/** Fills a new wiki's file directly with what years of use would have brought. */
export class FilledWiki implements Disposable {
  readonly #rows: RowWriter
  readonly #passwordHash: string
  readonly #now = Math.floor(Date.now() / 1000)
  #accounts = 0

  private constructor(rows: RowWriter, passwordHash: string) {
    this.#rows = rows
    this.#passwordHash = passwordHash
  }

  /** Makes a wiki in a data folder, with nothing in it. */
  static async make(folder: string): Promise<FilledWiki> {
    const file = databaseFile(folder, settings)
    await openSqlite(file).close()
    return new FilledWiki(new RowWriter(file), await hashPassword(password))
  }

  addAccount(): SessionUser {
    const id = ++this.#accounts
    const user = { id, name: `Visitor ${id}`, token: randomHex32(systemRandom) }
    this.#rows.writeUser(user, this.#passwordHash)
    return user
  }

  /** Adds so many sessions of the same sort, each of an account of its own. */
  addSessions(count: number, wish: SessionWish = {}): readonly StoredVisitor[] {
    return Array.from({ length: count }, () => this.#addSession(wish))
  }

  /** Adds so many sessions of people who do not come. */
  addIdle(count: number, wish: SessionWish = {}): void {
    for (let number = 0; number < count; number++) this.#addSession(wish)
  }

  #addSession(wish: SessionWish): StoredVisitor {
    const { kind = 'cookie', surplus = 0, isFresh = false } = wish
    const user = kind === 'nobody' ? undefined : this.addAccount()
    const id = randomBase32(systemRandom)
    const data = new Map<string, PhpValue>()
    if (surplus > 0) data.set('surplus', randomBytes(surplus / 2).toString('hex'))
    if (user !== undefined && kind === 'cookie') {
      data.set('AuthManager:lastAuthId', user.id)
      data.set('AuthManager:lastAuthTimestamp', this.#now)
    }
    const key = user === undefined ? 'login' : 'default'
    if (!isFresh) data.set('wsTokenSecrets', new Map([[key, randomHex32(systemRandom)]]))
    const metadata = this.#metadataOf(user, wish)
    this.#store(id, { data, metadata })

    const type = user === undefined ? 'login' : 'csrf'
    const session = new Session(
      { id, kind: 'cookie', persisted: true, stored: { data, metadata } },
      { random: systemRandom, now: new Date() },
    )
    return {
      name: user?.name ?? this.addAccount().name,
      cookie: cookieOf(id, user, kind),
      token: isFresh ? '' : makeToken({ session, isRegistered: true }, type, this.#now),
    }
  }

  #metadataOf(user: SessionUser | undefined, { kind, hasExpired }: SessionWish): SessionMetadata {
    const life = settings.ObjectCacheSessionExpiry
    const isProgram = kind === 'bot password'
    return {
      provider: isProgram ? botPasswordProvider : cookieProvider,
      providerMetadata: user && isProgram ? this.#addBotPassword(user) : null,
      userId: user?.id ?? 0,
      userName: user?.name ?? null,
      userToken: (user && findUserToken(user, settings)) ?? null,
      remember: isProgram,
      forceHTTPS: false,
      expires: this.#now + (hasExpired ? -life : life),
      loggedOut: 0,
      persisted: true,
    }
  }

  #addBotPassword({ id }: SessionUser): PhpArray {
    const token = randomHex32(systemRandom)
    this.#rows.writeBotPassword(id, appId, token)
    const rights = ['read', 'writeapi', 'purge', 'autoconfirmed', 'editsemiprotected']
    return new Map<string, PhpValue>([
      ['centralId', id],
      ['appId', appId],
      ['token', token],
      ['rights', new Map(rights.entries())],
    ])
  }

  /** Writes a session and, as Jeton does, a note for its user of there being one. */
  #store(id: string, record: { data: PhpArray; metadata: SessionMetadata }): void {
    const { expires, userId } = record.metadata
    const value = packSession(writeSessionRecord(record))
    this.#rows.writeCached(sessionKeyPrefix(settings) + id, value, expires)
    if (userId === 0) return

    const note = { id, userId, made: this.#now, used: this.#now, address: '127.0.0.1', agent: '' }
    const key = `${keyspace(settings)}:JetonSession:${userId}:${sessionHandle(id)}`
    this.#rows.writeCached(key, Buffer.from(JSON.stringify(note)), expires)
  }

  /** Ends the filling: from now on the file is a server's. */
  [Symbol.dispose](): void {
    this.#rows[Symbol.dispose]()
  }
}

function cookieOf(id: string, user: SessionUser | undefined, kind: SessionKind | 'nobody'): string {
  if (kind === 'bot password') return `${names.botSession}=${id}`
  if (user === undefined) return `${names.session}=${id}`

  const name = encodeURIComponent(user.name)
  return `${names.session}=${id}; ${names.userId}=${user.id}; ${names.userName}=${name}`
}
