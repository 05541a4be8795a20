import { changeableGroups } from '../../auth/groups/rights.ts'
import { isoTime } from '../../clock.ts'
import type { ParamSpecs, Params } from '../../params/param-spec.ts'
import { listOf, type ResultObject, type ResultValue } from '../../result/value.ts'
import { blockInfo } from '../block-info.ts'
import { helpUrl } from '../documentation/help-url.ts'
import type { Call } from '../module.ts'
import { centralIds } from './central-ids.ts'
import { defineQueryModule } from './query-module.ts'
import { acceptedLanguages } from './userinfo/accepted-languages.ts'
import { groupMemberships } from './userinfo/group-memberships.ts'
import { userOptions } from './userinfo/options.ts'
import { rateLimits } from './userinfo/rate-limits.ts'

/** The parts of an answer that one value of `uiprop` asks for. */
type Property = (call: UserinfoCall) => Promise<ResultObject> | ResultObject

type UserinfoCall = Call<Params<ParamSpecs> & { readonly attachedwiki?: string | undefined }>

const mostUnread = 1000

/** What can be asked of the current user, in the order in which it is answered. */
const properties = {
  blockinfo: async ({ user, language }) => blockInfo(await user.block(), language),

  hasmsg: async ({ user, address, sources }) => ({
    messages: await sources.activity.hasNewMessages(user.id, address),
  }),

  groups: async ({ user }) => ({
    groups: listOf('g', await user.groups(), { arrayType: 'array' }),
  }),

  groupmemberships: async ({ user }) => groupMemberships(await user.memberships()),

  implicitgroups: async ({ user }) => ({
    implicitgroups: listOf('g', await user.implicitGroups(), { arrayType: 'array' }),
  }),

  rights: async ({ user }) => ({
    rights: listOf('r', [...(await user.rights())], { arrayType: 'array' }),
  }),

  changeablegroups: async ({ user, settings }) => {
    const groups = changeableGroups(await user.groups(), await user.rights(), settings)
    return {
      changeablegroups: {
        add: listOf('g', groups.add),
        remove: listOf('g', groups.remove),
        'add-self': listOf('g', groups.addSelf),
        'remove-self': listOf('g', groups.removeSelf),
      },
    }
  },

  options: async (call) => ({ options: await userOptions(call) }),

  editcount: async ({ user }) => ({ editcount: (await user.account())?.editCount ?? 0 }),

  ratelimits: async (call) => ({ ratelimits: await rateLimits(call, { exempt: true }) }),

  theoreticalratelimits: async (call) => ({
    theoreticalratelimits: await rateLimits(call, { exempt: false }),
  }),

  realname: async ({ user }) => ({ realname: (await user.account())?.realName ?? '' }),

  email: async ({ user }) => {
    const account = await user.account()
    const confirmed = account?.emailAuthenticated
    if (!(await user.may('viewmyprivateinfo'))) return {}
    return { email: account?.email ?? '', emailauthenticated: confirmed && isoTime(confirmed) }
  },

  registrationdate: async ({ user }) => {
    const registration = (await user.account())?.registration
    return { registrationdate: registration && isoTime(registration) }
  },

  acceptlang: ({ acceptLanguage }) => ({ acceptlang: acceptedLanguages(acceptLanguage) }),

  unreadcount: async ({ user, sources }) => {
    const unread = user.isRegistered ? await sources.activity.countUnread(user.id, mostUnread) : 0
    return { unreadcount: unread >= mostUnread ? `${mostUnread}+` : unread }
  },

  centralids: ({ user, params, settings }) => centralIds(user.id, params.attachedwiki, settings),

  latestcontrib: async ({ user, sources }) => {
    const latest = user.isRegistered
      ? await sources.activity.latestContribution(user.id)
      : undefined
    return { latestcontrib: latest && isoTime(latest) }
  },
} as const satisfies Record<string, Property>

const names = Object.keys(properties) as readonly (keyof typeof properties)[]

const params = {
  prop: { type: names, multi: true, all: true },
  attachedwiki: { type: 'string' },
} as const

/** What is told always, and what may be asked for besides. */
type Userinfo = {
  readonly id: number
  readonly name: string
  readonly anon?: true | undefined
  readonly groups?: readonly string[]
  readonly rights?: readonly string[]
  readonly [property: string]: ResultValue | undefined
}

/** Tells who is asking, and whatever else about the current user is asked for. */
export const userinfo = defineQueryModule('meta', {
  name: 'userinfo',
  helpUrls: [helpUrl('Userinfo')],
  examples: [
    {
      query: 'action=query&meta=userinfo',
      summary: 'apihelp-query+userinfo-example-simple',
      answer: {
        batchcomplete: true,
        query: { userinfo: { id: 0, name: '127.0.0.1', anon: true } },
      },
    },
    {
      query: 'action=query&meta=userinfo&uiprop=blockinfo|groups|rights|hasmsg',
      summary: 'apihelp-query+userinfo-example-data',
    },
  ],
  since: '1.11',
  className: 'ApiQueryUserInfo',
  prefix: 'ui',
  params,

  async answer(call: Call<Params<typeof params>>): Promise<{ readonly userinfo: Userinfo }> {
    const { user, params } = call
    const asked = new Set<string>(params.prop)
    const parts: ResultValue[] = []
    for (const name of names) {
      if (asked.has(name)) parts.push(await properties[name](call))
    }
    const base = { id: user.id, name: user.name, anon: !user.isRegistered || undefined }
    return { userinfo: Object.assign({}, base, ...parts) }
  },
})
