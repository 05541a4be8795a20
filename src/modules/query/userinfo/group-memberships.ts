import type { Membership } from '../../../auth/groups/membership-store.ts'
import { isoTime } from '../../../clock.ts'
import { listOf, type ResultObject } from '../../../result/value.ts'

/** The groups that somebody was put into, and until when. */
export function groupMemberships(memberships: readonly Membership[]): ResultObject {
  const spelled = memberships.map(({ group, expires }) => ({
    group,
    expiry: expires === undefined ? 'infinity' : isoTime(expires),
  }))
  return { groupmemberships: listOf('groupmembership', spelled, { arrayType: 'array' }) }
}
