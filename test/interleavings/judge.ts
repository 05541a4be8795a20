import type { Answer } from './ask.ts'
import { type Browser, names } from './browser.ts'
import type { Deeds, Ledger } from './ledger.ts'
import { hashOf, people } from './world.ts'

/** What there was to know when a request began. */
export interface Before {
  /** Those whom the cookies can stand for. */
  readonly users: ReadonlySet<number>
  readonly sessions: ReadonlySet<string>
  /** The stored password of each account. */
  readonly passwords: ReadonlyMap<number, string>
}

/** What the books say of a request that begins now. */
export function lookBefore({ jar }: Browser, ledger: Ledger): Before {
  const [session, bot] = [jar.find(names.session), jar.find(names.botSession)]
  const userId = Number(jar.find(names.userId) ?? 0)
  const users = new Set([ledger.ownerOf(bot)])
  const isKnown = ledger.ownerOf(session) === userId
  if (isKnown || ledger.isAccountToken(userId, jar.find(names.token) ?? '')) users.add(userId)
  users.delete(0)
  const sessions = new Set([session, bot].filter((id) => id !== undefined))
  return { users, sessions, passwords: ledger.passwordHashes() }
}

/** Tells whether cookies name a session that has not ended, and contradict nothing. */
export function isSurelyKnown({ jar }: Browser, ledger: Ledger): boolean {
  if (ledger.ownerOf(jar.find(names.botSession)) !== 0) return true

  const userId = Number(jar.find(names.userId) ?? 0)
  const token = jar.find(names.token)
  const contradicts = token !== undefined && !ledger.isAccountToken(userId, token)
  return userId !== 0 && ledger.ownerOf(jar.find(names.session)) === userId && !contradicts
}

/** A request with its answer, and what was known before and after. */
export interface Judged {
  readonly form: Readonly<Record<string, string>>
  readonly answer: Answer
  readonly before: Before
  readonly deeds: Deeds
  readonly ledger: Ledger
  /** The sessions that the token in the form was given to. */
  readonly givenTo: ReadonlySet<string>
}

/** Says what is wrong with an answer. */
export function judge(judged: Judged): readonly string[] {
  const { answer, before, deeds } = judged
  const set = cookiesSet(answer)
  const { userinfo } = answer.body.query ?? {}
  const loggedIn = loggedInBy(answer)
  const promised = [...sessionsOf(set)]
  const cookieUser = Number(set.get(names.userId) ?? 0)
  const breaches: (string | false)[] = [
    ![200, 503].includes(answer.status) && `the status is ${answer.status}`,
    userinfo !== undefined &&
      !userinfo.anon &&
      !before.users.has(userinfo.id) &&
      `the answer is for user ${userinfo.id}, whom no cookie stood for`,
    cookieUser !== 0 &&
      cookieUser !== loggedIn &&
      !before.users.has(cookieUser) &&
      `the cookies are those of user ${cookieUser}, whom none stood for`,
    promised.some((id) => !deeds.kept.has(id)) &&
      `cookies promise ${promised.join()}, which the store does not have`,
    loggedIn !== undefined && !isPassword(judged, loggedIn) && 'the password was no more',
    isLogout(judged) &&
      ![...before.sessions].some((id) => judged.ledger.isOver(id)) &&
      'a logout is acknowledged, and nothing has ended',
    isForeign(judged) && `a token is good that was given to another session`,
  ]
  return breaches.filter((breach) => breach !== false)
}

/** Who has been logged in, if that was asked and is answered by yes. */
function loggedInBy({ body }: Answer): number | undefined {
  const { username } = body.clientlogin ?? {}
  const person = Object.values(people).find(({ name }) => name === username)
  return body.login?.lguserid ?? person?.id
}

/** The cookies that an answer sets, without those that it deletes. */
export function cookiesSet({ setCookies }: Answer): ReadonlyMap<string, string> {
  const kept = setCookies.filter((cookie) => !cookie.includes('Max-Age=0'))
  return new Map(
    kept.map((cookie) => {
      const [, name = '', value = ''] = /^([^=]*)=([^;]*)/.exec(cookie) ?? []
      return [name, value]
    }),
  )
}

/** The ids among cookies. */
export function sessionsOf(cookies: ReadonlyMap<string, string>): ReadonlySet<string> {
  const ids = [cookies.get(names.session), cookies.get(names.botSession)]
  return new Set(ids.filter((id) => id !== undefined))
}

function isPassword({ form, before, ledger }: Judged, userId: number): boolean {
  if (form['lgname']?.includes('@')) return true
  const given = hashOf(form['lgpassword'] ?? form['password'] ?? '')
  return [before.passwords, ledger.passwordHashes()].some((known) => known.get(userId) === given)
}

/** Whether somebody was logged out: who is nobody only gets a warning. */
function isLogout({ form, answer }: Judged): boolean {
  const isRefused = answer.error !== undefined || answer.body.warnings !== undefined
  return form['action'] === 'logout' && answer.status === 200 && !isRefused
}

function isForeign(judged: Judged): boolean {
  const { form, answer, before, ledger, givenTo } = judged
  const first = (ids: ReadonlySet<string>) => new Set([...ids].map((id) => ledger.firstIdOf(id)))
  const isGood = answer.body.checktoken?.result === 'valid' || isLogout(judged)
  return isGood && form['token'] !== '+\\' && first(before.sessions).isDisjointFrom(first(givenTo))
}
