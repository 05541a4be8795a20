import type { Membership } from '../../auth/groups/membership-store.ts'
import { escapeWikitext } from '../../messages/say.ts'
import { ApiError } from '../../result/api-error.ts'
import { readEnd } from './read-end.ts'

/** The memberships that are asked for: with one end for all groups, or one for each. */
export function readWishes(
  groups: readonly string[],
  ends: readonly string[],
  now: Date,
): readonly Membership[] {
  if (groups.length === 0) return []
  if (ends.length !== 1 && ends.length !== groups.length) {
    const params = [ends.length, groups.length]
    throw new ApiError('userrights', 'apierror-toofewexpiries', { params })
  }
  return groups.map((group, at) => ({
    group,
    expires: endOf(ends[ends.length === 1 ? 0 : at] ?? '', now),
  }))
}

function endOf(text: string, now: Date): Date | undefined {
  const end = readEnd(text, now)
  const params = [escapeWikitext(text)]
  if (end === 'invalid') throw new ApiError('userrights', 'apierror-invalidexpiry', { params })
  if (end === 'past') throw new ApiError('userrights', 'apierror-pastexpiry', { params })
  return end === 'never' ? undefined : end
}
