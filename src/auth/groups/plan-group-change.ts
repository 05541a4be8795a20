import type { Membership } from './membership-store.ts'
import type { ChangeableGroups } from './rights.ts'

/** What somebody wants to be changed about the groups that an account is in. */
export interface GroupWishes {
  readonly add: readonly Membership[]
  readonly remove: readonly string[]
}

/** The groups that he may add the account to, and remove it from. */
export interface AllowedChange {
  readonly add: ReadonlySet<string>
  readonly remove: ReadonlySet<string>
}

/** What somebody may change about the groups of an account, which may be his own. */
export function allowedChange(groups: ChangeableGroups, isOwn: boolean): AllowedChange {
  const { add, remove, addSelf, removeSelf } = groups
  return {
    add: new Set(isOwn ? [...add, ...addSelf] : add),
    remove: new Set(isOwn ? [...remove, ...removeSelf] : remove),
  }
}

/** Memberships by the place that each has in PHP's array: one that was taken from has gaps. */
export type Places = ReadonlyMap<number, Membership>

/** What comes of wishes; what is added or removed stands at the place that it had among them. */
export interface GroupChange {
  readonly added: Places
  readonly removed: ReadonlyMap<number, string>
  readonly before: Places
  readonly after: Places
}

/** Leaves out of the wishes what is not allowed, and what is so already. */
export function planGroupChange(
  { add, remove }: GroupWishes,
  allowed: AllowedChange,
  held: readonly Membership[],
): GroupChange {
  const before = places(held)
  const isHeld = (group: string): boolean => held.some((each) => each.group === group)
  const removed = keep(places(remove), (group) => allowed.remove.has(group) && isHeld(group))
  const gone = new Set(removed.values())
  const left = keep(before, ({ group }) => !gone.has(group))

  const wanted = keep(
    places(add),
    (wish) =>
      allowed.add.has(wish.group) && (allowed.remove.has(wish.group) || !isShorter(wish, held)),
  )
  const kept = [...left.values()]
  const added = keep(wanted, (wish) => !kept.some((each) => isSame(each, wish)))
  // PHP numbers a list anew where another one is put behind it, if only an empty one.
  const after = wanted.size === 0 ? left : withoutGroupsTwice([...kept, ...added.values()], added)
  return { added, removed, before, after }
}

/** Tells whether anything is not as before: that only groups change places counts, too. */
export function isChange({ before, after }: GroupChange): boolean {
  const isAsBefore = (membership: Membership, place: number): boolean => {
    const other = before.get(place)
    return other !== undefined && isSame(membership, other)
  }
  return before.size !== after.size || keep(after, isAsBefore).size !== after.size
}

/** Who may only add to a group must not take from somebody's time in it. */
function isShorter({ group, expires }: Membership, held: readonly Membership[]): boolean {
  const current = held.find((each) => each.group === group)
  if (current === undefined || expires === undefined) return false
  return current.expires === undefined || current.expires > expires
}

function isSame(one: Membership, other: Membership): boolean {
  return one.group === other.group && one.expires?.getTime() === other.expires?.getTime()
}

/** A membership whose end has changed stays in its place; that of the new one stays empty. */
function withoutGroupsTwice(list: readonly Membership[], added: Places): Places {
  const renewed = new Map([...added.values()].map((each) => [each.group, each]))
  const isFirst = ({ group }: Membership, place: number): boolean =>
    list.findIndex((each) => each.group === group) === place
  return new Map(
    [...keep(places(list), isFirst)].map(([place, each]) => [
      place,
      renewed.get(each.group) ?? each,
    ]),
  )
}

function places<Item>(list: readonly Item[]): ReadonlyMap<number, Item> {
  return new Map(list.entries())
}

function keep<Item>(
  all: ReadonlyMap<number, Item>,
  test: (item: Item, place: number) => boolean,
): ReadonlyMap<number, Item> {
  return new Map([...all].filter(([place, item]) => test(item, place)))
}
