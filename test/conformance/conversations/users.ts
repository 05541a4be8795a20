import type { Conversation } from '../../../src/compare/conversation.ts'
import { get } from '../steps.ts'

const usersOf = (rest: string) => `action=query&list=users&${rest}`

const password = 'lilac-thunder-window'
const una = { name: 'Una Usual', password }
const sam = { name: 'Sam Sysop', password, groups: ['bot', 'sysop'] }
const rita = { name: 'Rita Refused', password }
const carl = { name: 'Carl Calmed', password }

const properties = [
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
]
const all = properties.join('|')

const fiftyOne = Array.from({ length: 51 }, (_, at) => `Nobody ${at}`).join('|')

/** What is told of users whom one asks for. */
export const users: readonly Conversation[] = [
  {
    name: 'tells of users by name',
    fixture: { accounts: [una, sam] },
    steps: [
      get('action=query&list=users'),
      get('action=query&list=users&format=json'),
      get('action=query&list=users&format=xml', { compare: 'text' }),
      get(usersOf('ususers=')),
      get(usersOf('ususers=Una Usual')),
      get(usersOf('ususers=Una Usual&format=json')),
      get(usersOf('ususers=una_Usual|Una Usual|Sam Sysop|una_Usual')),
      get(usersOf('ususers=User:una Usual|user:x')),
      get(usersOf('ususers=Zq Nobody|Una Usual|Zq Noone')),
      get(usersOf('ususers=Zq Nobody&format=json')),
      get(usersOf('ususers=Zq Nobody|bad[name&format=xml'), { compare: 'text' }),
      get(usersOf('ususers=Zq Nobody|bad[name|Una Usual|127.0.0.2|a/b|c>d|2001:db8::1||%23x')),
      get(usersOf('ususers=bad[name&format=json')),
      get(usersOf('ususers=%1FUna Usual%1FZq|x')),
    ],
  },
  {
    name: 'tells of users by id',
    fixture: { accounts: [una] },
    steps: [
      get(usersOf('ususerids=')),
      get(usersOf('ususerids=999999|-5|0|999999')),
      get(usersOf('ususerids=999999&format=json')),
      get(usersOf('ususerids=9223372036854775807|-9007199254740993')),
      get(usersOf('ususerids=abc')),
      get(usersOf('ususerids=999999&usprop=cancreate|groups')),
      get(usersOf('ususers=Una Usual&ususerids=1')),
      get(usersOf('ususers=Una Usual&ususerids=1&errorformat=raw')),
      get(usersOf('ususers=&ususerids=')),
      get(usersOf('ususers=x&ususerids=abc')),
    ],
  },
  {
    name: 'tells of others what is asked',
    fixture: { accounts: [una, sam], visitors: { una, sam } },
    steps: [
      ...properties.map((property) => get(usersOf(`ususers=Una Usual&usprop=${property}`))),
      ...properties.map((property) =>
        get(usersOf(`ususers=Sam Sysop&usprop=${property}&format=json`)),
      ),
      get(usersOf(`ususers=Una Usual|Sam Sysop|Zq Nobody&usprop=${all}`)),
      get(usersOf(`ususers=Sam Sysop|Zq Nobody&usprop=${all}&format=xml`)),
      get(usersOf('ususers=Una Usual&usprop=rights|groups|nonsense')),
      get(usersOf('ususers=Una Usual&usprop=*')),
      get(usersOf('ususers=Una Usual&usprop=')),
      get(usersOf('ususers=Sam Sysop&usprop=rights|emailable'), { as: 'sam' }),
      get(usersOf('ususers=Sam Sysop&usprop=rights|gender'), { as: 'una' }),
      get(usersOf('ususers=Una Usual&usprop=groups'), {
        config: { AutoConfirmAge: 86_400_000 },
      }),
      get(usersOf('ususers=Una Usual&usprop=rights|implicitgroups'), {
        config: { RevokePermissions: { user: { edit: true, move: true } } },
      }),
      get(usersOf('ususers=Una Usual&usprop=centralids&usattachedwiki=elsewhere')),
      get(usersOf('ususers=Una Usual&usprop=centralids&usattachedwiki=')),
      get(usersOf('ususers=Una Usual&usprop=centralids&usattachedwiki=elsewhere&format=json')),
    ],
  },
  {
    name: 'tells how users are blocked',
    fixture: {
      accounts: [rita, carl],
      blocks: [
        { user: rita.name, reason: 'Noise' },
        {
          user: carl.name,
          reason: 'Rest',
          expiry: '2099-01-01T00:00:00Z',
          mayCreateAccounts: true,
        },
      ],
    },
    steps: [
      get(usersOf('ususers=Rita Refused|Carl Calmed&usprop=blockinfo')),
      get(usersOf('ususers=Rita Refused|Carl Calmed&usprop=blockinfo&format=json')),
      get(usersOf('ususers=Rita Refused|Carl Calmed&usprop=blockinfo&format=xml')),
      get(usersOf('ususers=Rita Refused&usprop=blockinfo|emailable|groups')),
      get(usersOf('ususers=Rita Refused&usprop=rights'), { config: { BlockDisablesLogin: true } }),
    ],
  },
  {
    name: 'tells whether an account could be made',
    steps: [
      get(usersOf('ususers=Zq Nobody|Zq@nobody|ScriptImporter&usprop=cancreate')),
      get(usersOf('ususers=Zq Nobody|Zq@nobody&usprop=cancreate&format=json')),
      get(usersOf('ususers=Zq Nobody|Zq@nobody&usprop=cancreate&format=xml'), { compare: 'text' }),
      get(usersOf('ususers=Zq@nobody&usprop=cancreate&errorformat=raw')),
      get(usersOf('ususers=Zq@nobody&usprop=cancreate&errorformat=plaintext')),
      get(usersOf('ususers=Zq@nobody&usprop=cancreate&errorformat=html')),
      get(usersOf('ususers=Zq@nobody&usprop=cancreate&errorformat=none')),
      get(usersOf(`ususers=${'z'.repeat(236)}&usprop=cancreate`)),
    ],
  },
  {
    name: 'tells of so many users at once, and no more',
    fixture: { accounts: [sam], visitors: { sam } },
    steps: [
      get(usersOf(`ususers=${fiftyOne}`)),
      get(usersOf(`ususers=${fiftyOne}&errorformat=raw`)),
      get(usersOf(`ususers=${fiftyOne}`), { as: 'sam' }),
    ],
  },
]
