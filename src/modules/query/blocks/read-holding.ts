import { isIP } from 'node:net'
import { canonicalAddress, isAddress, isRange } from '../../../params/types/address.ts'
import { ApiError } from '../../../result/api-error.ts'
import type { Settings } from '../../../settings/settings.ts'

/** Reads `bkip`: an address or a range that the blocks are to hold for. */
export function readHolding(given: string | undefined, settings: Settings): string | undefined {
  if (given === undefined) return undefined

  const [address = '', bits] = given.split('/')
  const isGood = bits === undefined ? isAddress(given) : isRange(given)
  if (!isGood || address.endsWith('xxx')) throw new ApiError('query+blocks', 'apierror-badip')

  const type = isIP(address) === 6 ? 'IPv6' : 'IPv4'
  const limit = settings.BlockCIDRLimit[type]
  if (bits !== undefined && Number(bits) < limit) {
    throw new ApiError('query+blocks', 'apierror-cidrtoobroad', { params: [type, limit] })
  }
  return canonicalAddress(given)
}
