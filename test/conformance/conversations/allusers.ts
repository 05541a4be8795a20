import type { Conversation } from '../../../src/compare/conversation.ts'
import { get } from '../steps.ts'

// The reference has accounts of other conversations: these are found by their prefix.
const allOf = (rest: string) => `action=query&list=allusers&auprefix=Zq&${rest}`

const password = 'harvest-marble-anchor'
const alma = { name: 'Zq Alma', password, groups: ['sysop'] }
const bela = { name: 'Zq Bela', password, groups: ['bot'] }
const cleo = { name: 'Zq Cleo', password }
const dina = { name: 'Zq Dina', password, groups: ['bot', 'sysop'] }
const emil = { name: 'Zq emil', password }
const accounts = [alma, bela, cleo, dina, emil]

const properties = [
  'blockinfo',
  'groups',
  'implicitgroups',
  'rights',
  'editcount',
  'registration',
  'centralids',
]

/** Lists of accounts, and how they go on. */
export const allusers: readonly Conversation[] = [
  {
    name: 'lists accounts by name',
    fixture: { accounts },
    steps: [
      get(allOf('')),
      get(allOf('format=json')),
      get(allOf('audir=descending')),
      get(allOf('audir=nonsense')),
      get(allOf('aufrom=Zq B')),
      get(allOf('aufrom=zq_B&auto=zq_D')),
      get(allOf('aufrom=Zq D&audir=descending')),
      get(allOf('auto=Zq B&audir=descending')),
      get(allOf('aufrom=Zq D&auto=Zq B')),
      get('action=query&list=allusers&auprefix=zq_a'),
      get('action=query&list=allusers&auprefix=Zq-none'),
      get('action=query&list=allusers&auprefix=Zq-none&format=json'),
      get('action=query&list=allusers&auprefix=Zq-none&format=xml', { compare: 'text' }),
      get('action=query&list=allusers&auprefix=Zq%25'),
      get('action=query&list=allusers&auprefix=Zq_A'),
    ],
  },
  {
    name: 'goes on where a list has stopped',
    fixture: { accounts },
    steps: [
      get(allOf('aulimit=2'), { remember: { next: 'continue.aufrom' } }),
      get(allOf('aulimit=2&aufrom={next}&continue=-||'), {
        remember: { next: 'continue.aufrom' },
      }),
      get(allOf('aulimit=2&aufrom={next}&continue=-||')),
      get(allOf('aulimit=2&format=json')),
      get(allOf('aulimit=2&format=xml')),
      get(allOf('aulimit=2&rawcontinue=1&format=xml')),
      get(allOf('aulimit=max&format=xml')),
      get(allOf('aulimit=5')),
      get(allOf('aulimit=2&audir=descending'), { remember: { next: 'continue.aufrom' } }),
      get(allOf('aulimit=2&audir=descending&aufrom={next}&continue=-||')),
      get(allOf('aulimit=2&rawcontinue=1')),
      get(allOf('aulimit=2&rawcontinue=1&format=json')),
      get(allOf('aulimit=5&rawcontinue=1')),
      get(allOf('aulimit=1&meta=userinfo&titles=x')),
      get(allOf('aulimit=1&meta=userinfo&titles=x&rawcontinue=1')),
      get(allOf('aulimit=1&meta=userinfo&titles=x&continue=-||userinfo&aufrom=Zq B')),
      get(allOf('aulimit=1&list=users|allusers&ususers=x')),
      get(allOf('aulimit=1&continue=-||allusers')),
      get(allOf('aulimit=1&continue=nonsense')),
    ],
  },
  {
    name: 'lists as many as one may ask for',
    fixture: { accounts, visitors: { alma } },
    steps: [
      get(allOf('aulimit=max')),
      get(allOf('aulimit=max&format=json')),
      get(allOf('aulimit=max&rawcontinue=1')),
      get(allOf('aulimit=max'), { as: 'alma' }),
      get(allOf('list=users|allusers&ususers=x&aulimit=max')),
      get(allOf('aulimit=500')),
      get(allOf('aulimit=501')),
      get(allOf('aulimit=501&errorformat=raw')),
      get(allOf('aulimit=501'), { as: 'alma' }),
      get(allOf('aulimit=5001&errorformat=raw'), { as: 'alma' }),
      get(allOf('aulimit=0')),
      get(allOf('aulimit=-1&errorformat=raw')),
      get(allOf('aulimit=')),
      get(allOf('aulimit=abc')),
      get(allOf('aulimit=MAX')),
    ],
  },
  {
    name: 'lists the members of groups, and who is in none',
    fixture: { accounts },
    steps: [
      get(allOf('augroup=sysop')),
      get(allOf('augroup=bot&auprop=groups')),
      get(allOf('augroup=sysop|bot')),
      get(allOf('augroup=')),
      get(allOf('augroup=*')),
      get(allOf('augroup=user&errorformat=raw')),
      get(allOf('augroup=nonsense|bot|more')),
      get(allOf('auexcludegroup=sysop')),
      get(allOf('auexcludegroup=sysop|bot&auprop=groups')),
      get(allOf('auexcludegroup=')),
      get(allOf('augroup=sysop&auexcludegroup=bot')),
      get(allOf('augroup=sysop&auexcludegroup=bot&errorformat=raw')),
      get(allOf('augroup=&auexcludegroup=')),
      get(allOf('augroup=helper'), {
        config: { GroupPermissions: { __merge: { helper: { patrol: true } } } },
      }),
    ],
  },
  {
    name: 'lists who has a right',
    fixture: { accounts },
    steps: [
      get(allOf('aurights=mergehistory')),
      get(allOf('aurights=bot')),
      get(allOf('aurights=bot|mergehistory')),
      get(allOf('aurights=siteadmin')),
      get(allOf('aurights=siteadmin&format=xml'), { compare: 'text' }),
      get(allOf('aurights=read')),
      get(allOf('aurights=')),
      get(allOf('aurights=nonsense')),
      get(allOf('aurights=mergehistory&augroup=bot')),
      get(allOf('aurights=mergehistory&auexcludegroup=bot&errorformat=raw')),
      get(allOf('aurights=siteadmin&augroup=bot&auexcludegroup=bot')),
    ],
  },
  {
    name: 'lists who is active',
    fixture: { accounts },
    steps: [
      get(allOf('auwitheditsonly=1')),
      get(allOf('auactiveusers=1')),
      get(allOf('auactiveusers=1&format=json')),
    ],
  },
  {
    name: 'tells of each account what is asked',
    fixture: { accounts, blocks: [{ user: cleo.name, reason: 'Rest' }], visitors: { alma } },
    steps: [
      ...properties.map((property) => get(allOf(`auprop=${property}`))),
      get(allOf(`auprop=${properties.join('|')}`)),
      get(allOf(`auprop=${properties.join('|')}&format=json`)),
      get(allOf(`auprop=${properties.join('|')}&format=xml`)),
      get(allOf('auprop=')),
      get(allOf('auprop=*')),
      get(allOf('auprop=nonsense')),
      get(allOf('auprop=groups&aulimit=1'), { config: { AutoConfirmAge: 86_400_000 } }),
      get(allOf('auprop=centralids&auattachedwiki=elsewhere&aulimit=1')),
      get(allOf('auprop=rights&aulimit=1'), {
        config: { RevokePermissions: { sysop: { delete: true } } },
      }),
      get(allOf('auprop=blockinfo|editcount'), { as: 'alma' }),
    ],
  },
]
