import { findCookieBlock } from '../auth/blocks/address-blocks.ts'
import { makeBlockCookie } from '../auth/blocks/block-cookie.ts'
import type { Block } from '../auth/blocks/block-store.ts'
import { User } from '../auth/user.ts'
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
export async function findBlockCookieChanges(
  visit: Visit,
  cacheMode: Reply['cacheMode'],
): Promise<readonly CookieChange[]> {
  if (!isPersonal(visit, cacheMode)) return noChanges
  try {
    return await findChanges(visit)
  } catch (error) {
    // The next answer will set the cookie: this one may have needed nothing of the store.
    if (error instanceof StoreUnavailable) return noChanges
    throw error
  }
}

const noChanges: readonly CookieChange[] = []

async function findChanges(visit: Visit): Promise<readonly CookieChange[]> {
  const { settings, sources, traces, session } = visit
  const name = cookieNames(settings).block
  const hasLoggedOut = visit.user.isRegistered && session.user === undefined
  const user = hasLoggedOut ? new User(sources, undefined, undefined, traces) : visit.user
  const isAnonymous = !user.isRegistered
  const isSent = traces.blockCookie !== undefined
  if (isSent && (await findCookieBlock(traces, sources, isAnonymous))) return noChanges

  const cleared = isSent ? [{ name, value: undefined }] : noChanges
  const { CookieSetOnAutoblock, CookieSetOnIpBlock } = settings
  if (!(isAnonymous ? CookieSetOnIpBlock : CookieSetOnAutoblock)) return cleared
  const block = (await user.blocks()).find((each) => isRemembered(each, isAnonymous))
  if (block?.id === undefined) return cleared

  const left = secondsLeft(block, sources.now)
  const value = makeBlockCookie(block.id, settings)
  return [...cleared, { name, value, maxAgeSeconds: Math.min(left, longestSeconds) }]
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
