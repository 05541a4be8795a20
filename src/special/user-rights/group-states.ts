import type { Membership } from '../../auth/groups/membership-store.ts'
import type { AllowedChange } from '../../auth/groups/plan-group-change.ts'

/** A group that somebody is in or not, and what who looks may do about that. */
export interface GroupState {
  readonly group: string
  readonly membership: Membership | undefined
  /** Whether the account may be put into it, if it is not in it, or taken out of it, if it is. */
  readonly isChangeable: boolean
  readonly isEndChangeable: boolean
  /** Whether the end may be put off only: who may add to a group takes nobody's time in it. */
  readonly isOnlyLonger: boolean
  /** Whether who makes the change cannot undo it. */
  readonly isFinal: boolean
}

/** Says of each group what may be done about it. */
export function groupStates(
  groups: readonly string[],
  held: readonly Membership[],
  { add, remove }: AllowedChange,
): readonly GroupState[] {
  return groups.map((group) => {
    const membership = held.find((each) => each.group === group)
    const isHeld = membership !== undefined
    const isChangeable = (isHeld ? remove : add).has(group)
    const isFinal = isChangeable && !(isHeld ? add : remove).has(group)
    const isOnlyLonger = isHeld && add.has(group) && !remove.has(group)
    const canBeLonger = isOnlyLonger && membership.expires !== undefined
    const isEndChangeable = canBeLonger || (isChangeable && !(isHeld && isFinal))
    return { group, membership, isChangeable, isEndChangeable, isOnlyLonger, isFinal }
  })
}
