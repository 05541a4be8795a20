import type { Membership } from '../../auth/groups/membership-store.ts'
import { endOfDatabaseTime } from '../../clock.ts'
import { escapeWikitext } from '../../messages/say.ts'
import { parseRelativeTime } from '../../params/types/relative-time.ts'
import { ApiError } from '../../result/api-error.ts'

const never = ['infinite', 'indefinite', 'infinity', 'never']

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
    expires: readEnd(ends[ends.length === 1 ? 0 : at] ?? '', now),
  }))
}

function readEnd(text: string, now: Date): Date | undefined {
  if (never.includes(text)) return undefined

  const params = [escapeWikitext(text)]
  const seconds = parseRelativeTime(text, now)
  if (!seconds || seconds === -1 || seconds > endOfDatabaseTime) {
    throw new ApiError('userrights', 'apierror-invalidexpiry', { params })
  }
  if (seconds < Math.floor(now.getTime() / 1000)) {
    throw new ApiError('userrights', 'apierror-pastexpiry', { params })
  }
  return new Date(seconds * 1000)
}
