import type { Membership } from '../../auth/groups/membership-store.ts'
import { readEnd } from '../../modules/userrights/read-end.ts'
import type { PageCall } from '../page.ts'
import type { GroupState } from './group-states.ts'

/** What is wrong with the end that was wished for a membership. */
export type EndProblem =
  | 'userrights-cannot-shorten-expiry'
  | 'userrights-expiry-in-past'
  | 'userrights-invalid-expiry'

/** What the form wishes, and what is wrong with it, by the group. */
export interface Wishes {
  readonly add: readonly Membership[]
  readonly remove: readonly string[]
  readonly problems: ReadonlyMap<string, EndProblem>
}

/** Reads what is wished of each group: to be in it, as a ticked box says, and until when; or not to be. */
export function readWishes(states: readonly GroupState[], call: PageCall): Wishes {
  const add: Membership[] = []
  const remove: string[] = []
  const problems = new Map<string, EndProblem>()
  for (const state of states) {
    const { group, membership } = state
    if (!isTicked(group, call)) {
      if (membership !== undefined) remove.push(group)
      continue
    }
    const end = readGroupEnd(state, call)
    if (end === 'unchanged') continue
    if (typeof end === 'string') problems.set(group, end)
    else add.push({ group, expires: end })
  }
  return { add, remove, problems }
}

/** Tells whether the form that was sent says that the account is to be in a group. */
export function isTicked(group: string, { params }: PageCall): boolean {
  return params.peekText(`wpGroup-${group}`) !== undefined
}

function readGroupEnd(
  { group, membership, isOnlyLonger }: GroupState,
  { field, sources }: PageCall,
): Date | EndProblem | 'unchanged' | undefined {
  const chosen = field(`wpExpiry-${group}`)
  if (chosen === 'existing') return membership === undefined ? undefined : 'unchanged'

  const given = chosen === 'other' ? field(`wpExpiry-${group}-other`) : chosen
  const end = readEnd(given, sources.now)
  if (end === 'invalid') return 'userrights-invalid-expiry'
  if (end === 'past') return 'userrights-expiry-in-past'

  const expires = end === 'never' ? undefined : end
  return isOnlyLonger && isEarlier(expires, membership?.expires)
    ? 'userrights-cannot-shorten-expiry'
    : expires
}

function isEarlier(end: Date | undefined, other: Date | undefined): boolean {
  return end !== undefined && (other === undefined || end < other)
}
