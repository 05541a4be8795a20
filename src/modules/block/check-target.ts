import type { BlockTarget } from '../../auth/blocks/block-changes.ts'
import { escapeWikitext } from '../../messages/say.ts'
import { ApiError } from '../../result/api-error.ts'
import type { Settings } from '../../settings/settings.ts'

/** Refuses to block what is nobody, and ranges that are too large. */
export function checkTarget(
  target: BlockTarget | undefined,
  { BlockCIDRLimit }: Settings,
): asserts target is BlockTarget {
  if (target === undefined) throw new ApiError('block', 'badipaddress')
  if (target.kind === 'account' && target.id === 0) {
    throw new ApiError('block', 'nosuchusershort', { params: [escapeWikitext(target.name)] })
  }
  if (target.kind !== 'range') return

  const is6 = target.name.includes(':')
  const limit = is6 ? BlockCIDRLimit.IPv6 : BlockCIDRLimit.IPv4
  if (limit === (is6 ? 128 : 32)) throw new ApiError('block', 'range_block_disabled')
  if (Number(target.name.split('/')[1]) < limit) {
    throw new ApiError('block', 'ip_range_toolarge', { params: [limit] })
  }
}
