import { isIpAddress } from '../../auth/addresses/ip-address.ts'
import type { BlockTarget } from '../../auth/blocks/block-changes.ts'
import { canonicalUserName } from '../../auth/names/user-name.ts'
import { canonicalRange, isRange } from '../../params/types/address.ts'
import { ApiError } from '../../result/api-error.ts'
import type { Call } from '../module.ts'

/** Who is meant by the parameters `user` and `userid` of a module. */
export interface NamedTarget {
  readonly user?: string | undefined
  readonly userid?: bigint | undefined
}

/**
 * Finds what is to be blocked, or not to be any more; an account that nobody has gets the number 0,
 * and what can be no target at all is `undefined`.
 */
export async function findTarget(
  { user, userid }: NamedTarget,
  { sources }: Pick<Call, 'sources'>,
  module: string,
): Promise<BlockTarget | undefined> {
  const name = userid === undefined ? (user ?? '') : await nameOf(userid, sources, module)
  const range = isRange(name) ? canonicalRange(name) : undefined
  if (range !== undefined) {
    return { kind: range.includes('/') ? 'range' : 'address', id: 0, name: range }
  }

  const canonical = canonicalUserName(name)
  if (canonical === undefined) return isAddress(name) ? { kind: 'address', id: 0, name } : undefined
  const account = await sources.accounts.findByName(canonical)
  return { kind: 'account', id: account?.id ?? 0, name: canonical }
}

async function nameOf(userid: bigint, sources: Call['sources'], module: string): Promise<string> {
  const account = await sources.accounts.findById(Number(userid))
  if (account !== undefined) return account.name
  throw new ApiError(module, 'apierror-nosuchuserid', { params: [Number(userid)] })
}

/** Not one whose last number an old wiki software hid. */
function isAddress(name: string): boolean {
  return isIpAddress(name) && !name.endsWith('.xxx')
}
