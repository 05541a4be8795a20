import type { AccountSearch, ListedAccount } from '../../auth/accounts/account-directory.ts'
import { allRights } from '../../auth/groups/all-rights.ts'
import { explicitGroups, rightsIn, rightsOf } from '../../auth/groups/rights.ts'
import { ucFirst } from '../../auth/names/uc-first.ts'
import { User } from '../../auth/user.ts'
import { isoTime } from '../../clock.ts'
import type { Params } from '../../params/param-spec.ts'
import { listOf, type ResultObject, type ResultValue } from '../../result/value.ts'
import type { Settings } from '../../settings/settings.ts'
import { blockInfo } from '../block-info.ts'
import { helpUrl } from '../documentation/help-url.ts'
import { centralIds } from './central-ids.ts'
import { checkExclusive, exclusive } from './check-exclusive.ts'
import { defineQueryModule, type QueryCall } from './query-module.ts'

/** Who is listed, with what is known of all of a list at once. */
interface Listed extends ListedAccount {
  readonly groups: readonly string[]
  readonly implicitGroups: readonly string[]
  readonly recentActions: number
}

// The order in which MediaWiki documents them.
const names = [
  'blockinfo',
  'groups',
  'implicitgroups',
  'rights',
  'editcount',
  'registration',
  'centralids',
] as const

const params = {
  from: { type: 'string' },
  to: { type: 'string' },
  prefix: { type: 'string' },
  dir: { type: ['ascending', 'descending'], default: 'ascending' },
  group: { type: 'group', multi: true },
  excludegroup: { type: 'group', multi: true },
  rights: { type: allRights, multi: true },
  prop: { type: names, multi: true },
  limit: { type: 'limit', default: '10', min: 1, max: 500, highMax: 5000 },
  witheditsonly: { type: 'boolean' },
  activeusers: { type: 'boolean' },
  attachedwiki: { type: 'string' },
} as const

type AllUsersCall = QueryCall<Params<typeof params>>

const module = { path: 'query+allusers', prefix: 'au' } as const

/** Lists the accounts in the order of the alphabet. */
export const allusers = defineQueryModule('list', {
  ...module,
  name: 'allusers',
  helpUrls: [helpUrl('Allusers')],
  examples: [
    {
      query: 'action=query&list=allusers&aufrom=Y',
      summary: 'apihelp-query+allusers-example-y',
      answer: {
        batchcomplete: true,
        query: { allusers: listOf('u', [{ userid: 3, name: 'Yves' }]) },
      },
    },
  ],
  since: '1.11',
  errors: [exclusive(module.prefix, ['group', 'excludegroup'])],
  className: 'ApiQueryAllUsers',
  cacheMode: 'anon-public-user-private',
  params,

  paramsHere: ({ settings }) => ({
    group: { ...params.group, type: [...explicitGroups(settings)] },
    excludegroup: { ...params.excludegroup, type: [...explicitGroups(settings)] },
  }),

  async answer(call: AllUsersCall) {
    const { limit } = call.params
    const search = readSearch(call)
    if (search === 'nobody') return { allusers: listOf('u', []) }

    const { sources, user } = call
    const looking = {
      now: sources.now,
      seesHidden: await user.may('hideuser'),
      seesUnlisted: await user.may('centralauth-suppress'),
    }
    // One more than are answered shows whether that was all.
    const found = await sources.directory.search({ ...search, limit: limit + 1 }, looking)
    const next = found[limit]
    if (next !== undefined) call.goOnWith('from', next.account.name)

    const listed = await withGroupsAndActions(found.slice(0, limit), call)
    return {
      allusers: listOf(
        'u',
        listed.map((each) => describe(each, call)),
      ),
    }
  },
})

/** Whom to look for; nobody, if no group gives a right that is asked for. */
function readSearch(call: AllUsersCall): Omit<AccountSearch, 'limit'> | 'nobody' {
  const { params, settings, sources } = call
  const { group, excludegroup } = params
  const rights = params.rights ?? []
  const privileged = groupsWith(rights, settings)
  if (rights.length > 0 && privileged.length === 0) return 'nobody'

  const inGroups = rights.length === 0 ? group : [...(group ?? []), ...privileged]
  checkExclusive(module, { group: inGroups, excludegroup }, ['group', 'excludegroup'])
  return {
    from: asName(params.from),
    to: asName(params.to),
    prefix: asName(params.prefix),
    descending: params.dir === 'descending',
    inGroups: inGroups?.length ? inGroups : undefined,
    notInGroups: excludegroup?.length ? excludegroup : undefined,
    withEditsOnly: params.witheditsonly,
    activeSince: params.activeusers ? activeSince(sources.now) : undefined,
  }
}

function groupsWith(rights: readonly string[], settings: Settings): readonly string[] {
  const { GroupPermissions, RevokePermissions } = settings
  return Object.keys(GroupPermissions).filter((group) =>
    rights.some(
      (right) =>
        rightsIn(GroupPermissions[group]).includes(right) &&
        !rightsIn(RevokePermissions[group]).includes(right),
    ),
  )
}

function asName(given: string | undefined): string | undefined {
  return given === undefined ? undefined : ucFirst(given).replaceAll('_', ' ')
}

const activeDays = 30

function activeSince(now: Date): Date {
  return new Date(now.getTime() - activeDays * 86_400_000)
}

async function withGroupsAndActions(
  found: readonly ListedAccount[],
  { params, sources }: AllUsersCall,
): Promise<readonly Listed[]> {
  const ids = found.map(({ account }) => account.id)
  const { directory, now } = sources
  const memberships = await directory.memberships(params.prop === undefined ? [] : ids, now)
  const actions = await directory.recentActions(params.activeusers ? ids : [], activeSince(now))
  return Promise.all(
    found.map(async (each) => {
      const explicit = memberships.get(each.account.id) ?? []
      const implicitGroups = await new User(sources, each.account).implicitGroups()
      return {
        ...each,
        implicitGroups,
        groups: [...implicitGroups, ...explicit.map(({ group }) => group)],
        recentActions: actions.get(each.account.id) ?? 0,
      }
    }),
  )
}

function describe(listed: Listed, call: AllUsersCall): ResultValue {
  const { account, block, groups, implicitGroups, hidden, recentActions } = listed
  const { params, settings, language } = call
  const { registration } = account
  const asked = (name: (typeof names)[number]): boolean => params.prop?.includes(name) ?? false
  const parts: readonly (ResultObject | false | undefined)[] = [
    asked('centralids') && centralIds(account.id, params.attachedwiki, settings),
    asked('blockinfo') && blockInfo(block, language),
    hidden && { hidden },
    asked('editcount') && { editcount: account.editCount },
    params.activeusers && { recentactions: recentActions },
    asked('registration') && { registration: registration ? isoTime(registration) : '' },
    asked('groups') && { groups: listOf('g', groups) },
    asked('implicitgroups') && { implicitgroups: listOf('g', implicitGroups) },
    asked('rights') && { rights: listOf('r', [...rightsOf(groups, settings)]) },
  ]
  const told = parts.filter((part) => part !== false && part !== undefined)
  return Object.assign({ userid: account.id, name: account.name }, ...told)
}
