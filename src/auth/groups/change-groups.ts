import { databaseTime } from '../../clock.ts'
import type { PhpArray } from '../../php/php-serialize.ts'
import { type LogEntry, userPage } from '../log-entry.ts'
import type { MembershipStore } from './membership-store.ts'
import {
  type AllowedChange,
  type GroupChange,
  type GroupWishes,
  isChange,
  type Places,
  planGroupChange,
} from './plan-group-change.ts'

/** Who changes groups, and why: what the log tells beside the change itself. */
export type RightsLogger = Pick<LogEntry, 'by' | 'reason' | 'address' | 'byBot' | 'tags'>

/**
 * Changes the groups of an account as far as that is allowed, and says what has changed. Decided and done in one step,
 * so that of two who do so at once neither undoes what the other did. Without `logger`, the log hears nothing of it.
 */
export async function changeGroups(
  { id, name }: { readonly id: number; readonly name: string },
  wishes: GroupWishes,
  allowed: AllowedChange,
  { memberships, now }: { memberships: MembershipStore; now: Date },
  logger?: RightsLogger,
): Promise<GroupChange> {
  const { add, remove } = wishes
  const isAllowed =
    add.some(({ group }) => allowed.add.has(group)) ||
    remove.some((each) => allowed.remove.has(each))
  // Anybody may ask, also who may change nothing: that is not to keep others from writing meanwhile.
  if (!isAllowed) return planGroupChange(wishes, allowed, await memberships.of(id, now))

  return memberships.change(id, now, (held) => {
    const change = planGroupChange(wishes, allowed, held)
    const isLogged = logger !== undefined && isChange(change)
    return {
      result: change,
      add: [...change.added.values()],
      remove: [...change.removed.values()],
      ...(isLogged && {
        log: {
          ...logger,
          type: 'rights',
          action: 'rights',
          page: userPage(name),
          params: logParams(change),
          made: now,
          recent: true,
        },
      }),
    }
  })
}

function logParams({ before, after }: GroupChange): PhpArray {
  return new Map([
    ['4::oldgroups', groupsOf(before)],
    ['5::newgroups', groupsOf(after)],
    ['oldmetadata', expiriesOf(before)],
    ['newmetadata', expiriesOf(after)],
  ])
}

function groupsOf(places: Places): PhpArray {
  return new Map([...places].map(([place, { group }]) => [place, group]))
}

function expiriesOf(places: Places): PhpArray {
  const spelled = [...places].map(([place, { expires }]): [number, PhpArray] => [
    place,
    new Map([['expiry', expires === undefined ? null : databaseTime(expires)]]),
  ])
  return new Map(spelled)
}
