import type { AccountDirectory, ListedAccount } from '../../auth/accounts/account-directory.ts'
import { isEmailAddress } from '../../auth/mail/email-address.ts'
import {
  canonicalUserName,
  isCreatableUserName,
  type UserName,
} from '../../auth/names/user-name.ts'
import { isOn } from '../../auth/preferences/preference-rules.ts'
import { userPreferences } from '../../auth/preferences/user-preferences.ts'
import { User } from '../../auth/user.ts'
import { isoTime } from '../../clock.ts'
import { message } from '../../messages/message.ts'
import type { Params } from '../../params/param-spec.ts'
import { listOf, type ResultObject, type ResultValue } from '../../result/value.ts'
import { blockInfo } from '../block-info.ts'
import { helpUrl } from '../documentation/help-url.ts'
import { centralIds } from './central-ids.ts'
import { checkExclusive, exclusive } from './check-exclusive.ts'
import { defineQueryModule, type QueryCall } from './query-module.ts'
import { groupMemberships } from './userinfo/group-memberships.ts'

/** Somebody who is listed, and as a user to be asked for rights. */
interface Listed extends ListedAccount {
  readonly user: User
}

type Property = (listed: Listed, call: UsersCall) => Promise<ResultObject> | ResultObject

/** What can be asked of other users, in the order in which it is answered. */
const properties = {
  editcount: ({ account }) => ({ editcount: account.editCount }),

  registration: ({ account: { registration } }) => ({
    registration: registration === undefined ? null : isoTime(registration),
  }),

  groups: async ({ user }) => ({ groups: listOf('g', await user.groups()) }),

  groupmemberships: async ({ user }) => groupMemberships(await user.memberships()),

  implicitgroups: async ({ user }) => ({
    implicitgroups: listOf('g', await user.implicitGroups()),
  }),

  rights: async ({ user }) => ({ rights: listOf('r', [...(await user.rights())]) }),

  blockinfo: ({ block }, { language }) => blockInfo(block, language),

  emailable: async ({ account }, { sources, settings }) => {
    const preferences = userPreferences(await sources.preferences.of(account.id), sources)
    const isProved = account.emailAuthenticated !== undefined || !settings.EmailAuthentication
    const confirmed = isProved && isEmailAddress(account.email)
    return { emailable: confirmed && !isOn(preferences.get('disablemail')) }
  },

  gender: async ({ account }, { sources, settings }) => {
    const preferences = await sources.preferences.of(account.id)
    const usual = settings.DefaultUserOptions['gender'] ?? 'unknown'
    return { gender: preferences.get('gender') ?? usual }
  },

  centralids: ({ account }, { params, settings }) =>
    centralIds(account.id, params.attachedwiki, settings),
} as const satisfies Record<string, Property>

// The order in which MediaWiki documents them; the last is for users who do not exist.
const names = [
  'blockinfo',
  'groups',
  'groupmemberships',
  'implicitgroups',
  'rights',
  'editcount',
  'registration',
  'emailable',
  'gender',
  'centralids',
  'cancreate',
] as const

const params = {
  prop: { type: names, multi: true },
  attachedwiki: { type: 'string' },
  users: { type: 'string', multi: true },
  userids: { type: 'integer', multi: true },
} as const

type UsersCall = QueryCall<Params<typeof params>>

/** Tells about users, asked for by their names or ids. */
export const users = defineQueryModule('list', {
  name: 'users',
  helpUrls: [helpUrl('Users')],
  examples: [
    {
      query: 'action=query&list=users&ususers=Example&usprop=groups|editcount|gender',
      summary: 'apihelp-query+users-example-simple',
      answer: {
        batchcomplete: true,
        query: {
          users: listOf('user', [
            {
              userid: 2,
              name: 'Example',
              editcount: 0,
              groups: listOf('g', ['*', 'user', 'autoconfirmed']),
              gender: 'unknown',
            },
          ]),
        },
      },
    },
  ],
  since: '1.12',
  errors: [exclusive('us', ['users', 'userids'])],
  className: 'ApiQueryUsers',
  prefix: 'us',
  cacheMode: 'public',
  params,

  async answer(call: UsersCall) {
    const { params } = call
    checkExclusive({ path: 'query+users', prefix: 'us' }, params, ['users', 'userids'])
    const listed =
      params.users === undefined
        ? await usersByIds(params.userids ?? [], call)
        : await usersByNames(params.users, call)
    return { users: listOf('user', listed) }
  },
})

async function usersByIds(given: readonly bigint[], call: UsersCall): Promise<ResultValue[]> {
  const ids = given.map(Number)
  const found = await lookUp(call, (directory, looking) => directory.findByIds(ids, looking))
  const byId = new Map(found.map((listed) => [BigInt(listed.account.id), listed]))
  return Promise.all(
    given.map((userid) => {
      const listed = byId.get(userid)
      return listed === undefined ? { userid, missing: true } : describe(listed, call)
    }),
  )
}

async function usersByNames(given: readonly string[], call: UsersCall): Promise<ResultValue[]> {
  const read = given.map((name) => ({ name, canonical: canonicalUserName(name) }))
  const names = read.flatMap(({ canonical }) => canonical ?? [])
  const found = await lookUp(call, (directory, looking) => directory.findByNames(names, looking))
  const byName = new Map(found.map((listed) => [listed.account.name, listed]))
  const invalid = read
    .filter(({ canonical }) => canonical === undefined)
    .map(({ name }) => ({ name, invalid: true }))
  const valid = names.map((name) => {
    const listed = byName.get(name)
    return listed === undefined ? describeMissing(name, call) : describe(listed, call)
  })
  return [...invalid, ...(await Promise.all(valid))]
}

async function lookUp(
  { sources, user }: UsersCall,
  find: (
    directory: AccountDirectory,
    looking: Parameters<AccountDirectory['findByIds']>[1],
  ) => Promise<readonly ListedAccount[]>,
): Promise<readonly Listed[]> {
  const looking = { now: sources.now, seesHidden: await user.may('hideuser') }
  const found = await find(sources.directory, looking)
  // The rights that somebody has now may be fewer than those of the account.
  return found.map((listed) => ({
    ...listed,
    user: listed.account.id === user.id ? user : new User(sources, listed.account),
  }))
}

async function describe(listed: Listed, call: UsersCall): Promise<ResultObject> {
  const { account, hidden } = listed
  const asked = new Set<string>(call.params.prop)
  const parts: ResultObject[] = []
  for (const [name, property] of Object.entries<Property>(properties)) {
    if (name === 'blockinfo' && hidden) parts.push({ hidden })
    if (asked.has(name)) parts.push(await property(listed, call))
  }
  return Object.assign({ userid: account.id, name: account.name }, ...parts)
}

function describeMissing(name: UserName, { params, reply, settings }: UsersCall): ResultObject {
  const base = { name, missing: true }
  if (!params.prop?.includes('cancreate')) return base

  const cancreate = isCreatableUserName(name, settings)
  if (cancreate) return { ...base, cancreate }
  const why = reply.formatter.status('invaliduser', message('noname'))
  return { ...base, cancreate, cancreateerror: listOf('error', [why]) }
}
