import { changeableGroups } from '../../auth/rights.ts'
import { isoTime } from '../../clock.ts'
import type { Params } from '../../params/param-spec.ts'
import { listOf, type ResultObject, type ResultValue } from '../../result/value.ts'
import { type Call, defineModule } from '../module.ts'
import { acceptedLanguages } from './userinfo/accepted-languages.ts'
import { blockInfo } from './userinfo/block-info.ts'
import { userOptions } from './userinfo/options.ts'
import { rateLimits } from './userinfo/rate-limits.ts'

/** The parts of an answer that one value of `uiprop` asks for. */
type Property = (call: Call) => Promise<ResultObject> | ResultObject

const mostUnread = 1000

/** What can be asked of the current user, in the order in which it is answered. */
const properties = {
  blockinfo: async ({ user, clock, language }) => blockInfo(await user.blocks(), clock, language),

  hasmsg: async ({ user, address, sources }) => ({
    messages: await sources.activity.hasNewMessages(user.id, address),
  }),

  groups: async ({ user }) => ({ groups: listOf('g', await user.groups()) }),

  groupmemberships: async ({ user }) => ({
    groupmemberships: listOf(
      'groupmembership',
      (await user.memberships()).map(({ group, expires }) => ({
        group,
        expiry: expires === undefined ? 'infinity' : isoTime(expires),
      })),
    ),
  }),

  implicitgroups: async ({ user }) => ({
    implicitgroups: listOf('g', await user.implicitGroups()),
  }),

  rights: async ({ user }) => ({ rights: listOf('r', [...(await user.rights())]) }),

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

  // An account of this wiki is one of no other: the only "central" accounts are its own.
  centralids: ({ user, params, settings }) => ({
    centralids: { local: user.id },
    attachedlocal: { local: user.isRegistered },
    attachedwiki:
      params['attachedwiki'] === undefined
        ? undefined
        : { local: user.isRegistered && params['attachedwiki'] === settings.DBname },
  }),

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

/** Tells who is asking, and whatever else about the current user is asked for. */
export const userinfo = defineModule({
  name: 'userinfo',
  path: 'query+userinfo',
  prefix: 'ui',
  reads: true,
  params,

  async answer(call: Call<Params<typeof params>>) {
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
