import type { AccountFixture, Conversation } from '../../../src/compare/conversation.ts'
import { bert, bertsBlock, cora, rob, robsBot, robsBotName, sven } from '../accounts.ts'
import { get } from '../steps.ts'

const named: AccountFixture = {
  name: 'Nora Named',
  password: 'velvet-harbour-compass',
  email: 'nora@example.org',
  realName: 'Nora Nobody',
}
const soonFree: AccountFixture = { name: 'Sue Soonfree', password: 'copper-meadow-violin' }
const written: AccountFixture = {
  name: 'Wim Written',
  password: 'amber-junction-falcon',
  newMessages: true,
}
const crat: AccountFixture = {
  name: 'Bea Bureaucrat',
  password: 'saffron-window-eagle',
  groups: ['bureaucrat'],
}

const userinfoOf = (properties: string) => `action=query&meta=userinfo&uiprop=${properties}`

/** Everything that `uiprop` may ask for, one at a time. */
const properties = [
  'blockinfo',
  'hasmsg',
  'groups',
  'groupmemberships',
  'implicitgroups',
  'rights',
  'changeablegroups',
  'options',
  'editcount',
  'ratelimits',
  'theoreticalratelimits',
  'email',
  'realname',
  'acceptlang',
  'registrationdate',
  'unreadcount',
  'centralids',
  'latestcontrib',
] as const

/** `action=query&meta=userinfo`: what an account may know of itself. */
export const userinfo: readonly Conversation[] = [
  {
    name: 'tells a visitor without a session the address it comes from',
    steps: [
      get('action=query&meta=userinfo'),
      get('action=query&meta=userinfo&format=json'),
      get(userinfoOf('')),
      get(userinfoOf('groups|rights|implicitgroups')),
      get(userinfoOf('*')),
      get(userinfoOf('*&format=json')),
    ],
  },
  {
    name: 'tells an account of itself, one property at a time',
    fixture: { accounts: [cora], visitors: { cora } },
    steps: properties.map((property) => get(userinfoOf(property), { as: 'cora' })),
  },
  {
    name: 'tells an account of itself, one property at a time, in version 1',
    fixture: { accounts: [cora], visitors: { cora } },
    steps: properties.map((property) => get(userinfoOf(`${property}&format=json`), { as: 'cora' })),
  },
  {
    name: 'tells all properties in an order of its own',
    fixture: { accounts: [cora], visitors: { cora } },
    steps: [
      get(userinfoOf('*'), { as: 'cora' }),
      get(userinfoOf('*&format=json'), { as: 'cora' }),
      get(userinfoOf('editcount|rights|groups'), { as: 'cora' }),
      get(userinfoOf('email|email|nonsense'), { as: 'cora' }),
      get(userinfoOf('email|nonsense&errorformat=raw'), { as: 'cora' }),
      get('action=query&meta=userinfo&uiattachedwiki=wiki&uiprop=centralids', {
        as: 'cora',
        compare: 'shape',
      }),
    ],
  },
  {
    name: 'tells the e-mail address and the real name',
    fixture: { accounts: [named], visitors: { nora: named } },
    steps: [
      get(userinfoOf('email|realname'), { as: 'nora' }),
      get(userinfoOf('email|realname'), {
        as: 'nora',
        config: {
          GroupPermissions: {
            __merge: { '*': { viewmyprivateinfo: false }, user: { viewmyprivateinfo: false } },
          },
        },
      }),
    ],
  },
  {
    name: 'tells groups and what they give',
    fixture: { accounts: [sven, rob, crat], visitors: { sven, rob, crat } },
    steps: [
      get(userinfoOf('groups|implicitgroups|groupmemberships'), { as: 'sven' }),
      get(userinfoOf('rights'), { as: 'sven' }),
      get(userinfoOf('changeablegroups'), { as: 'sven' }),
      get(userinfoOf('changeablegroups&format=json'), { as: 'sven' }),
      get(userinfoOf('ratelimits|theoreticalratelimits'), { as: 'sven' }),
      get(userinfoOf('groups|rights|ratelimits'), { as: 'rob' }),
      get(userinfoOf('groups|rights|changeablegroups|groupmemberships'), { as: 'crat' }),
    ],
  },
  {
    name: 'tells rights as the settings give and take them',
    fixture: { accounts: [cora], visitors: { cora } },
    steps: [
      get(userinfoOf('rights'), {
        as: 'cora',
        config: { RevokePermissions: { user: { edit: true } } },
      }),
      get(userinfoOf('groups|implicitgroups'), { as: 'cora', config: { AutoConfirmAge: 86400 } }),
      get(userinfoOf('groups|rights'), { as: 'cora', config: { AutoConfirmCount: 10 } }),
      get(userinfoOf('rights'), {
        config: { GroupPermissions: { __merge: { '*': { edit: false, createaccount: false } } } },
      }),
    ],
  },
  {
    name: 'tells of a block',
    fixture: {
      accounts: [bert, soonFree],
      blocks: [
        bertsBlock,
        {
          user: soonFree.name,
          reason: 'Pause',
          expiry: '2099-01-01T00:00:00Z',
          mayCreateAccounts: true,
        },
      ],
      visitors: { bert, sue: soonFree },
    },
    steps: [
      get(userinfoOf('blockinfo'), { as: 'bert' }),
      get(userinfoOf('blockinfo&format=json'), { as: 'bert' }),
      get(userinfoOf('blockinfo|groups|rights'), { as: 'bert' }),
      get(userinfoOf('blockinfo'), { as: 'sue' }),
      get(userinfoOf('blockinfo&format=json'), { as: 'sue' }),
    ],
  },
  {
    name: 'tells that there are messages',
    fixture: { accounts: [written], visitors: { wim: written } },
    steps: [
      get(userinfoOf('hasmsg'), { as: 'wim' }),
      get(userinfoOf('hasmsg&format=json'), { as: 'wim' }),
    ],
  },
  {
    name: 'tells the languages that the visitor accepts',
    steps: [
      get(userinfoOf('acceptlang'), {
        headers: { 'accept-language': 'fr, de;q=0.5, en-GB;q=0.8' },
      }),
      get(userinfoOf('acceptlang&format=json'), { headers: { 'accept-language': 'fr, de;q=0.5' } }),
      get(userinfoOf('acceptlang'), { headers: { 'accept-language': '*' } }),
      get(userinfoOf('acceptlang'), { headers: { 'accept-language': 'nonsense!' } }),
    ],
  },
  {
    name: "tells a bot its owner's groups, and the rights of its own",
    fixture: {
      accounts: [rob],
      botPasswords: [robsBot],
      visitors: { bot: { name: robsBotName, password: '{secret}' } },
    },
    steps: [
      get(userinfoOf('groups|rights'), { as: 'bot' }),
      get(userinfoOf('email|realname|options'), { as: 'bot', compare: 'shape' }),
      get(userinfoOf('changeablegroups|ratelimits'), { as: 'bot' }),
    ],
  },
]
