/** That somebody is in a group. */
export interface Membership {
  readonly group: string
  /** `undefined` for ever. */
  readonly expires: Date | undefined
}

/** Where it is kept who is in which group. */
export interface MembershipStore {
  /** The memberships that hold at that time, by the group's name. */
  of(userId: number, now: Date): Promise<readonly Membership[]>
  /** How many are in a group at that time. */
  count(group: string, now: Date): Promise<number>
}
