import type { Conversation, Step } from '../../../src/compare/conversation.ts'
import { get, post } from '../steps.ts'

const password = 'copper-meadow-whistle'
const ann = {
  name: 'Auto Ann {fresh}',
  password,
  email: 'ann@example.org',
  realName: 'Ann',
  groups: ['bot', 'interface-admin'],
}
const ben = { name: 'Auto Ben {fresh}', password }
const bea = { name: 'Auto Bea {fresh}', password }
const rita = { name: 'Auto Rita {fresh}', password, groups: ['bureaucrat'] }

/** What MediaWiki's constants are called in PHP is not said on the wire. */
const editCount = 1
const age = 2
const emailConfirmed = 3
const inGroups = 4
const isIp = 5
const ipInRange = 6
const ageFromEdit = 7
const blocked = 8
const isBot = 9

type Condition = unknown

const groupsOf = (
  names: string,
  conditions: Readonly<Record<string, Condition>>,
  more = {},
): Step =>
  get(`action=query&list=users&ususers=${names}&usprop=groups|implicitgroups`, {
    config: { Autopromote: conditions, ...more },
  })

const own = (conditions: Readonly<Record<string, Condition>>, more = {}): Step =>
  get('action=query&meta=userinfo&uiprop=groups|implicitgroups', {
    as: 'ann',
    config: { Autopromote: conditions, ...more },
  })

const both = `${ann.name}|${ben.name}`

/** Which groups users are in by what they are and have done. */
export const autopromotion: readonly Conversation[] = [
  {
    name: 'puts into groups whoever meets their conditions',
    fixture: { accounts: [ann, ben], visitors: { ann } },
    steps: [
      own({}),
      groupsOf(both, {}),
      get('action=query&meta=userinfo&uiprop=groups|implicitgroups|rights', {
        config: { Autopromote: { early: [age, 0] } },
      }),
      groupsOf(both, { early: [age, 0], late: [age, 864_000_000], unsaid: [age, null] }),
      groupsOf(both, { late: [age, null] }, { AutoConfirmAge: 864_000_000 }),
      groupsOf(both, { none: [editCount, 0], some: [editCount, 1], unsaid: [editCount, null] }),
      groupsOf(both, { some: [editCount, null] }, { AutoConfirmCount: 5 }),
      groupsOf(both, { z: [editCount, 0], a: [age, 0], '*': [age, 0], user: [age, 0] }),
      groupsOf(both, { mailed: emailConfirmed }),
      groupsOf(both, { mailed: [emailConfirmed] }, { EmailAuthentication: false }),
      groupsOf(both, { mailed: emailConfirmed }, { EmailAuthentication: false }),
      groupsOf(both, {
        bots: [inGroups, 'bot'],
        two: [inGroups, 'bot', 'interface-admin'],
        three: [inGroups, 'bot', 'interface-admin', 'sysop'],
        users: [inGroups, 'user'],
        all: [inGroups],
      }),
      groupsOf(both, { bots: isBot, notbots: ['!', isBot] }),
      groupsOf(both, { bots: isBot }, { RevokePermissions: { bot: { bot: true } } }),
      groupsOf(both, { robots: isBot }, { GroupPermissions: { '*': { bot: true, read: true } } }),
      groupsOf(both, { edited: [ageFromEdit, 0], longago: [ageFromEdit, 1000] }),
      own({ here: [isIp, '127.0.0.1'], there: [isIp, '127.0.0.2'] }),
      groupsOf(both, { here: [isIp, '127.0.0.1'], there: [isIp, '127.0.0.2'] }),
      own({
        near: [ipInRange, '127.0.0.0/8'],
        from: [ipInRange, '127.0.0.0-127.0.0.9'],
        spaced: [ipInRange, '127.0.0.0 - 127.0.0.9'],
        exact: [ipInRange, '127.0.0.1'],
        far: [ipInRange, '10.0.0.0/8'],
        six: [ipInRange, '::/0'],
        nonsense: [ipInRange, 'nonsense'],
      }),
    ],
  },
  {
    name: 'combines conditions',
    fixture: { accounts: [ann, ben], visitors: { ann } },
    steps: [
      groupsOf(both, {
        and: ['&', isBot, [inGroups, 'interface-admin']],
        not: ['&', isBot, [inGroups, 'sysop']],
        one: ['&', isBot],
      }),
      groupsOf(both, {
        or: ['|', [inGroups, 'sysop'], isBot],
        neither: ['|', [inGroups, 'sysop'], [inGroups, 'suppress']],
        either: ['|', [editCount, 0], [age, 864_000_000]],
      }),
      groupsOf(both, {
        xor: ['^', isBot, [inGroups, 'sysop']],
        same: ['^', isBot, [inGroups, 'bot']],
        always: ['^', [age, 0], [age, 864_000_000]],
      }),
      groupsOf(both, {
        not: ['!', isBot],
        none: ['!', [inGroups, 'sysop'], [inGroups, 'suppress']],
        some: ['!', [inGroups, 'sysop'], isBot],
        double: ['!', ['!', isBot]],
      }),
      groupsOf(both, {
        deep: ['&', ['|', [inGroups, 'sysop'], ['!', [editCount, 1]]], ['^', isBot, [age, 0]]],
      }),
    ],
  },
  {
    name: 'gives the rights of groups that one is promoted to',
    fixture: { accounts: [ann, rita], visitors: { ann, rita } },
    steps: [
      get('action=query&meta=userinfo&uiprop=groups|implicitgroups|groupmemberships|rights', {
        as: 'ann',
        config: {
          Autopromote: { trusted: [age, 0], bot: [age, 0] },
          GroupPermissions: {
            trusted: { read: true, patrol: true },
            bot: { bot: true },
            '*': { read: true },
          },
        },
      }),
      get(`action=query&list=users&ususers=${ann.name}&usprop=groups|rights|implicitgroups`, {
        config: {
          Autopromote: { trusted: [age, 0], bot: [age, 0] },
          GroupPermissions: {
            trusted: { read: true, patrol: true },
            bot: { bot: true },
            '*': { read: true },
          },
        },
      }),
      get(
        'action=query&list=allusers&auprefix=Auto Ann {fresh}&auprop=groups|rights|implicitgroups',
        {
          config: {
            Autopromote: { trusted: [age, 0], bot: [age, 0] },
            GroupPermissions: {
              trusted: { read: true, patrol: true },
              bot: { bot: true },
              '*': { read: true },
            },
          },
        },
      ),
      get('action=query&list=allusers&auprefix=Auto Ann {fresh}&auprop=groups&augroup=trusted', {
        config: {
          Autopromote: { trusted: [age, 0] },
          GroupPermissions: { trusted: { read: true, patrol: true }, '*': { read: true } },
        },
      }),
      get('action=query&meta=userinfo&uiprop=rights', {
        as: 'ann',
        config: {
          RevokePermissions: {
            user: { edit: true, move: true, nonsense: true },
            '*': { read: false },
          },
        },
      }),
      get('action=query&meta=userinfo&uiprop=rights', {
        config: { RevokePermissions: { '*': { createaccount: true } } },
      }),
      get('action=query&list=allusers&auprefix=Auto Ann {fresh}&auprop=rights', {
        config: {
          RevokePermissions: {
            'interface-admin': { editinterface: true },
            autoconfirmed: { autoconfirmed: true },
          },
        },
      }),
      get('action=query&list=allusers&auprefix=Auto Ann {fresh}&aurights=editsitejs', {
        config: { RevokePermissions: { 'interface-admin': { editsitejs: true } } },
      }),
      get('action=query&meta=userinfo&uiprop=changeablegroups', {
        as: 'ann',
        config: {
          Autopromote: { trusted: [age, 0] },
          AddGroups: { trusted: ['bot'] },
          GroupsRemoveFromSelf: { trusted: true },
        },
      }),
      get('action=query&meta=userinfo&uiprop=groups|implicitgroups', {
        as: 'ann',
        config: { ImplicitGroups: ['*', 'user', 'autoconfirmed', 'bot'] },
      }),
      get('action=query&meta=userinfo&uiprop=ratelimits', {
        as: 'ann',
        config: {
          Autopromote: {},
          GroupPermissions: { '*': { read: true } },
          RateLimits: { edit: { newbie: [3, 60], user: [9, 60] } },
        },
      }),
      get('action=query&meta=siteinfo&siprop=usergroups&sinumberingroup=', {
        config: {
          Autopromote: { trusted: [age, 0] },
          GroupPermissions: { trusted: { read: true }, '*': { read: true }, zeta: { read: true } },
        },
      }),
      get('action=query&meta=tokens&type=userrights', {
        as: 'rita',
        remember: { rita: 'query.tokens.userrightstoken' },
      }),
      post(`action=userrights&user=${ann.name}&add=trusted&token={rita}`, {
        as: 'rita',
        config: {
          Autopromote: { trusted: [age, 0] },
          GroupPermissions: { __merge: { trusted: { patrol: true } } },
        },
      }),
      get(`action=query&list=users&ususers=${ann.name}&usprop=groups|implicitgroups`, {
        config: { Autopromote: { trusted: [age, 0] } },
      }),
      get('action=query&list=allusers&auprefix=Auto Ann {fresh}&auprop=groups|implicitgroups', {
        config: { Autopromote: { trusted: [age, 0] } },
      }),
      get('action=query&meta=userinfo&uiprop=groups', {
        as: 'ann',
        config: { Autopromote: { trusted: [age, 0] } },
      }),
    ],
  },
  {
    name: 'promotes by blocks',
    fixture: {
      accounts: [ben, bea],
      blocks: [{ user: bea.name, reason: 'Noise' }],
      visitors: { bea, ben },
    },
    steps: [
      groupsOf(`${ben.name}|${bea.name}`, { refused: blocked, free: ['!', [blocked]] }),
      get('action=query&meta=userinfo&uiprop=groups', {
        as: 'bea',
        config: { Autopromote: { refused: blocked, free: ['!', blocked] } },
      }),
      get('action=query&meta=userinfo&uiprop=groups', {
        as: 'ben',
        config: { Autopromote: { refused: blocked, free: ['!', blocked] } },
      }),
      get('action=query&meta=userinfo&uiprop=groups|rights', {
        as: 'bea',
        config: { Autopromote: { refused: blocked }, BlockDisablesLogin: true },
      }),
    ],
  },
]
