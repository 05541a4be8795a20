import { Command } from 'commander'
import { changeGroups } from '../auth/groups/change-groups.ts'
import { explicitGroups } from '../auth/groups/rights.ts'
import { endOfDatabaseTime, isoTime } from '../clock.ts'
import { parseRelativeTime } from '../params/types/relative-time.ts'
import type { Settings } from '../settings/settings.ts'
import { CommandError } from './explain.ts'
import { findAccount } from './find-account.ts'
import { splitList } from './split-list.ts'
import { addWikiOptions, openChosen, type PrintChoice } from './wiki-options.ts'

/** `jeton user groups`: the groups that an account is in. */
export const userGroupsCommand = addWikiOptions(new Command('groups'))
  .description('show the groups of an account, or change them')
  .argument('<name>')
  .option('--add <list>', 'groups to put it into, separated by commas', splitList, [])
  .option('--remove <list>', 'groups to take it out of, separated by commas', splitList, [])
  .option('--until <time>', 'when its membership in the added groups ends, such as "2 weeks"')
  .option('--json', 'print JSON')
  .action(change)

interface GroupsOptions extends PrintChoice {
  readonly add: readonly string[]
  readonly remove: readonly string[]
  readonly until?: string
}

async function change(user: string, options: GroupsOptions): Promise<void> {
  const { add, remove, until, json, ...choice } = options
  if (until !== undefined && add.length === 0) {
    throw new CommandError('There is no group to be in until then: --until goes with --add.')
  }
  await using wiki = openChosen(choice)
  const { settings, stores, clock } = wiki
  const now = clock.now()
  const account = await findAccount(user, wiki)
  checkGroups(add, settings)
  const expires = until === undefined ? undefined : readEnd(until, now)
  const groups = add.map((group) => ({ group, expires }))
  // Whoever runs the wiki may change all, and as with MediaWiki's scripts its log hears nothing of it.
  const allowed = { add: new Set(add), remove: new Set(remove) }
  const done = await changeGroups(account, { add: groups, remove }, allowed, {
    memberships: stores.memberships,
    now,
  })

  const held = [...done.after.values()].map((each) => ({
    group: each.group,
    expires: each.expires === undefined ? null : isoTime(each.expires),
  }))
  const said = held.map((each) =>
    each.expires === null ? each.group : `${each.group} (until ${each.expires})`,
  )
  console.log(
    json
      ? JSON.stringify({ name: account.name, groups: held })
      : `${account.name} is in ${said.join(', ') || 'no group'}.`,
  )
}

function checkGroups(given: readonly string[], settings: Settings): void {
  const known = explicitGroups(settings)
  const unknown = given.find((group) => !known.includes(group))
  if (unknown !== undefined) {
    throw new CommandError(
      `There is no group "${unknown}" to put anybody into, only: ${known.join(', ')}`,
    )
  }
}

function readEnd(text: string, now: Date): Date {
  const seconds = parseRelativeTime(text, now)
  if (seconds === undefined || seconds * 1000 <= now.getTime() || seconds > endOfDatabaseTime) {
    throw new CommandError(`"${text}" is no time to come.`)
  }
  return new Date(seconds * 1000)
}
