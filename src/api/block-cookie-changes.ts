import { findCookieBlock } from '../auth/blocks/address-blocks.ts'
import { makeBlockCookie } from '../auth/blocks/block-cookie.ts'
import type { Block } from '../auth/blocks/block-store.ts'
import { User } from '../auth/user.ts'
import { type Awaitable, withValue } from '../awaitable.ts'
import type { Reply } from '../result/reply.ts'
import { type CookieChange, cookieNames } from '../session/cookie-jar.ts'
import { StoreUnavailable } from '../session/store-unavailable.ts'
import type { Visit } from './open-visit.ts'

// A browser forgets a block after a day, and is told again while the block holds.
const longestSeconds = 86_400

/**
 * What the answer does to the cookie by which a browser shows that its user is blocked: so that a new
 * address, or logging out, is no way around a block. Answers that others may get do not set it.
 */
export function findBlockCookieChanges(
  visit: Visit,
  cacheMode: Reply['cacheMode'],
): Awaitable<readonly CookieChange[]> {
  if (!isPersonal(visit, cacheMode)) return noChanges
  try {
    const changes = findChanges(visit)
    return changes instanceof Promise ? changes.catch(leaveForNext) : changes
  } catch (error) {
    return leaveForNext(error)
  }
}

/** The next answer will set the cookie: this one may have needed nothing of the store. */
function leaveForNext(error: unknown): readonly CookieChange[] {
  if (error instanceof StoreUnavailable) return noChanges
  throw error
}

const noChanges: readonly CookieChange[] = []

function findChanges(visit: Visit): Awaitable<readonly CookieChange[]> {
  const { settings, sources, traces, session } = visit
  const hasLoggedOut = visit.user.isRegistered && session.user === undefined
  const user = hasLoggedOut ? new User(sources, undefined, undefined, traces) : visit.user
  if (traces.blockCookie === undefined) return findNewCookie(user, visit)

  const remembered = findCookieBlock(traces, sources, !user.isRegistered)
  return remembered.then(async (block) => {
    if (block !== undefined) return noChanges
    const cleared = { name: cookieNames(settings).block, value: undefined }
    return [cleared, ...(await findNewCookie(user, visit))]
  })
}

function findNewCookie(
  user: User,
  { settings, sources }: Visit,
): Awaitable<readonly CookieChange[]> {
  const isAnonymous = !user.isRegistered
  const { CookieSetOnAutoblock, CookieSetOnIpBlock } = settings
  if (!(isAnonymous ? CookieSetOnIpBlock : CookieSetOnAutoblock)) return noChanges

  return withValue(user.blocks(), (blocks) => {
    const block = blocks.find((each) => isRemembered(each, isAnonymous))
    if (block?.id === undefined) return noChanges

    const { block: name } = cookieNames(settings)
    const maxAgeSeconds = Math.min(secondsLeft(block, sources.now), longestSeconds)
    return [{ name, value: makeBlockCookie(block.id, settings), maxAgeSeconds }]
  })
}

function isPersonal({ cookies, settings, session }: Visit, cacheMode: Reply['cacheMode']): boolean {
  if (cacheMode === 'private' || cacheMode === 'never') return true
  if (cacheMode === 'anon-public-user-private' && session.persisted) return true

  const names = cookieNames(settings)
  const telling = [names.token, names.loggedOut, names.session, names.botSession, 'forceHTTPS']
  return telling.some((name) => cookies.has(name))
}

function isRemembered({ kind, autoblock }: Block, isAnonymous: boolean): boolean {
  if (kind === 'account') return !isAnonymous && autoblock
  return (kind === 'address' || kind === 'range') && isAnonymous
}

function secondsLeft({ expires }: Block, now: Date): number {
  if (expires === undefined) return longestSeconds
  return Math.floor(expires.getTime() / 1000) - Math.floor(now.getTime() / 1000)
}
