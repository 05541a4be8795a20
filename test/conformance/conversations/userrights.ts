import type { Conversation, Step } from '../../../src/compare/conversation.ts'
import { get, post, type StepDetails } from '../steps.ts'

const password = 'velvet-orchard-compass'
const rhea = { name: 'Rights Rhea {fresh}', password, groups: ['bureaucrat'] }
const paul = { name: 'Rights Paul {fresh}', password }
const tara = { name: 'Rights Tara {fresh}', password }
const uwe = { name: 'Rights Uwe {fresh}', password }

const fetchToken = (visitor: string): Step =>
  get('action=query&meta=tokens&type=userrights', {
    as: visitor,
    remember: { [visitor]: 'query.tokens.userrightstoken' },
  })

/** Changes groups as one of the visitors, with the token that he fetched. */
const change =
  (as: string) =>
  (rest: string, details: StepDetails = {}): Step =>
    post(`action=userrights&token={${as}}&${rest}`, { as, ...details })

const asRhea = change('rhea')
const asPaul = change('paul')

const groupsOf = (name: string, rest = 'groups|groupmemberships') =>
  get(`action=query&list=users&ususers=${name}&usprop=${rest}`)

const fiftyOne = Array.from({ length: 51 }, (_, at) => `group${at}`).join('|')

/** Who may be put into which groups, by whom, and until when. */
export const userrights: readonly Conversation[] = [
  {
    name: 'puts a user into groups and takes him out of them',
    fixture: { accounts: [rhea, tara], visitors: { rhea } },
    steps: [
      fetchToken('rhea'),
      asRhea(`user=${tara.name}&add=sysop|bot`),
      asRhea(`user=${tara.name}&add=sysop|bot`),
      asRhea(`user=${tara.name}&add=bot|interface-admin|sysop&format=json`),
      groupsOf(tara.name),
      asRhea(`user=${tara.name}&remove=bot|suppress|sysop|bot&reason=Enough`),
      asRhea(`user=${tara.name}&remove=bot`),
      asRhea(`user=${tara.name}&add=bot|suppress|sysop&remove=interface-admin&format=xml`),
      asRhea(`user=${tara.name}&add=bot&remove=bot`),
      asRhea(`user=${tara.name}&add=bureaucrat|bot|interface-admin&format=json`),
      asRhea(`user=${tara.name}&remove=bureaucrat|nonsense|sysop&format=php`),
      groupsOf(tara.name),
      asRhea(`user=${tara.name}`),
      asRhea(`user=${tara.name}&format=json`),
      asRhea(`user=${tara.name}&add=&remove=`),
      asRhea(`user=${tara.name}&add=nonsense|sysop|more&remove=*`),
      asRhea(`user=${tara.name}&add=Sysop&errorformat=raw`),
      asRhea(`user=${tara.name}&add=user|autoconfirmed|*`),
      asRhea(`user=${tara.name}&add=editors|bot`, {
        config: { GroupPermissions: { __merge: { editors: { edit: true } } } },
      }),
      groupsOf(tara.name),
      groupsOf(tara.name, 'groups|rights|implicitgroups'),
      asRhea(`user=${tara.name}&remove=editors`),
      asRhea(`user=${tara.name}&remove=editors`, {
        config: { RevokePermissions: { editors: { move: true } } },
      }),
    ],
  },
  {
    name: 'finds whose groups are to be changed',
    fixture: { accounts: [rhea, tara], visitors: { rhea } },
    steps: [
      fetchToken('rhea'),
      get(`action=query&list=users&ususers=${tara.name}`, {
        remember: { id: 'query.users.0.userid' },
      }),
      asRhea('userid={id}&add=bot'),
      asRhea('userid={id}&remove=bot&format=json'),
      asRhea('user=%23{id}&add=bot'),
      asRhea('user=%23{id}&remove=bot&format=json'),
      asRhea(`user=user:rights_Tara {fresh} &add=bot`),
      asRhea(''),
      asRhea('errorformat=raw'),
      asRhea('format=json&errorformat=plaintext'),
      asRhea(`user=${tara.name}&userid={id}`),
      asRhea('user='),
      asRhea('user=&userid='),
      asRhea('userid='),
      asRhea('userid=abc'),
      asRhea('userid=0'),
      asRhea('userid=-5&errorformat=raw'),
      asRhea('userid=999999999'),
      asRhea('userid=999999999999999999'),
      asRhea('user=Rights Nobody&add=bot'),
      asRhea('user=Rights Nobody&errorformat=raw'),
      asRhea('user=Rights Nobody&errorformat=html'),
      asRhea('user=Rights Nobody&format=json'),
      asRhea('user=Rights Nobody&format=xml'),
      asRhea('user=%23999999999'),
      asRhea('user=%23'),
      asRhea('user=%230'),
      asRhea('user=%23-1'),
      asRhea('user=bad[name'),
      asRhea('user=192.0.2.7'),
      asRhea('user=192.0.2.0/24'),
      asRhea('user=elsewhere>Somebody'),
      asRhea(`user=${tara.name}@elsewhere`),
      asRhea(`user=${tara.name}@elsewhere&errorformat=raw`),
      asRhea(`user=${tara.name}@elsewhere`, {
        config: { GroupPermissions: { __merge: { user: { 'userrights-interwiki': true } } } },
      }),
      asRhea(`user=${tara.name}@elsewhere@more&errorformat=raw`, {
        config: { GroupPermissions: { __merge: { user: { 'userrights-interwiki': true } } } },
      }),
      asRhea(`user=${tara.name}@&add=bot`),
      asRhea('user=@elsewhere'),
      asRhea('user=@'),
      asRhea('user=@&errorformat=raw', {
        config: { GroupPermissions: { __merge: { user: { 'userrights-interwiki': true } } } },
      }),
      asRhea(`user=${tara.name}%25elsewhere`, { config: { UserrightsInterwikiDelimiter: '%' } }),
      asRhea('user=Maintenance script&add=bot'),
    ],
  },
  {
    name: 'ends memberships when they are to end',
    fixture: { accounts: [rhea, tara], visitors: { rhea, tara } },
    steps: [
      fetchToken('rhea'),
      asRhea(`user=${tara.name}&add=bot&expiry=2099-01-01T00:00:00Z`),
      groupsOf(tara.name),
      asRhea(`user=${tara.name}&add=bot&expiry=2099-01-01T00:00:00Z`),
      asRhea(`user=${tara.name}&add=bot|sysop&expiry=20980203040506|infinity`),
      groupsOf(tara.name),
      groupsOf(tara.name, 'groupmemberships&format=json'),
      groupsOf(tara.name, 'groupmemberships&format=xml'),
      get('action=query&meta=userinfo&uiprop=groups|groupmemberships', { as: 'tara' }),
      get('action=query&meta=userinfo&uiprop=groupmemberships&format=json', { as: 'tara' }),
      get(
        'action=query&list=allusers&auprop=groups|implicitgroups|rights&auprefix=Rights Tara {fresh}',
      ),
      get('action=query&list=allusers&augroup=bot&auprop=groups&auprefix=Rights Tara {fresh}'),
      get('action=query&list=allusers&auexcludegroup=bot&auprefix=Rights Tara {fresh}'),
      get('action=query&list=allusers&aurights=bot&auprefix=Rights Tara {fresh}'),
      asRhea(`user=${tara.name}&add=bot|sysop&expiry=2098-02-03T04:05:06Z`),
      asRhea(`user=${tara.name}&add=bot|sysop&expiry=never`),
      asRhea(`user=${tara.name}&add=bot|sysop&expiry=indefinite|infinite`),
      asRhea(`user=${tara.name}&add=bot&expiry=1 month`),
      asRhea(`user=${tara.name}&add=bot&expiry=infinite&remove=sysop`),
      asRhea(`user=${tara.name}&add=sysop&expiry=@4102444800`),
      groupsOf(tara.name),
      asRhea(`user=${tara.name}&add=bot&expiry=nonsense`),
      asRhea(`user=${tara.name}&add=bot&expiry=[[nonsense]]&errorformat=raw`),
      asRhea(`user=${tara.name}&add=bot&expiry=Infinity`),
      asRhea(`user=${tara.name}&add=bot&expiry=0`),
      asRhea(`user=${tara.name}&add=bot&expiry=1970-01-01`),
      asRhea(`user=${tara.name}&add=bot&expiry=2001-01-01`),
      asRhea(`user=${tara.name}&add=bot&expiry=yesterday&errorformat=raw`),
      asRhea(`user=${tara.name}&add=bot&expiry=-1 day&format=json`),
      asRhea(`user=${tara.name}&add=bot&expiry=10000-01-01`),
      asRhea(`user=${tara.name}&add=bot&expiry=@253402300800`),
      asRhea(`user=${tara.name}&add=bot&expiry=9999-12-31`),
      asRhea(`user=${tara.name}&add=bot&expiry=@-1`),
      asRhea(`user=${tara.name}&add=bot&expiry=`),
      asRhea(`user=${tara.name}&expiry=`),
      asRhea(`user=${tara.name}&expiry=nonsense|2001-01-01&remove=bot`),
      asRhea(`user=${tara.name}&add=bot|sysop|suppress&expiry=1 day|2 days`),
      asRhea(`user=${tara.name}&add=bot|sysop|suppress&expiry=1 day|2 days&errorformat=raw`),
      asRhea(`user=${tara.name}&add=bot&expiry=1 day|1 day&format=json`),
      asRhea(`user=${tara.name}&add=bot|nonsense&expiry=1 day|1 day`),
      asRhea(`user=${tara.name}&add=bot|bot&expiry=1 day|2 days`),
      asRhea(`user=${tara.name}&add=bot|sysop|suppress&expiry=1 day|2001-01-01|nonsense`),
      asRhea(`user=Rights Nobody&add=bot&expiry=nonsense`),
      asRhea(`add=bot&expiry=2001-01-01`),
    ],
  },
  {
    name: 'asks for a token of the type userrights, in the body of a POST',
    fixture: { accounts: [rhea, tara], visitors: { rhea } },
    steps: [
      fetchToken('rhea'),
      get(`action=userrights&user=${tara.name}`, { as: 'rhea' }),
      get(`action=userrights&user=${tara.name}&token=x`, { as: 'rhea' }),
      post(`action=userrights&user=${tara.name}`, { as: 'rhea' }),
      post(`action=userrights&user=${tara.name}&token=`, { as: 'rhea' }),
      post(`action=userrights&user=${tara.name}&token={rhea.csrf}&add=bot`, { as: 'rhea' }),
      post(`action=userrights&user=${tara.name}&token=x&add=bot&expiry=nonsense`, { as: 'rhea' }),
      post(`action=userrights&user=${tara.name}&token=%2B\\`, { as: 'rhea' }),
      post('action=userrights&user=Rights Nobody&token=x', { as: 'rhea' }),
      post('action=userrights&token=x', { as: 'rhea' }),
      post(`action=userrights&user=${tara.name}@elsewhere&token=x`, { as: 'rhea' }),
      post(`action=userrights&user=bad[name&token=x`, { as: 'rhea' }),
      post(`action=userrights&user=bad[name`, { as: 'rhea' }),
      post('action=userrights&user=Rights Nobody&token=x'),
      post(`action=userrights&user=${tara.name}&token=x`),
    ],
  },
  {
    name: 'leaves out what one may not do',
    fixture: { accounts: [rhea, tara, paul, uwe], visitors: { rhea, paul, uwe } },
    steps: [
      fetchToken('rhea'),
      fetchToken('paul'),
      post(`action=userrights&user=${tara.name}&token=%2B\\&add=bot`),
      post(`action=userrights&user=${tara.name}&token=%2B\\&add=bot&format=json`),
      asPaul(`user=${tara.name}&add=bot&remove=sysop`),
      asPaul(`user=${paul.name}&add=bot`),
      asPaul(`user=${tara.name}&add=bot&expiry=nonsense`),
      asPaul(`user=${tara.name}&add=sysop|bot`, { config: { AddGroups: { user: ['bot'] } } }),
      asPaul(`user=${tara.name}&add=suppress|bot|sysop&format=json`, {
        config: { AddGroups: { user: ['sysop', 'bot'] } },
      }),
      asPaul(`user=${tara.name}&remove=sysop|bot`, { config: { AddGroups: { user: true } } }),
      asPaul(`user=${tara.name}&remove=sysop|bot`, { config: { RemoveGroups: { user: ['bot'] } } }),
      asPaul(`user=${tara.name}&remove=suppress|sysop|bot&format=json`, {
        config: { RemoveGroups: { autoconfirmed: true } },
      }),
      groupsOf(tara.name),
      asPaul(`user=${tara.name}&add=bot`, { config: { GroupsAddToSelf: { user: ['bot'] } } }),
      asPaul(`user=${paul.name}&add=bot|sysop`, { config: { GroupsAddToSelf: { user: ['bot'] } } }),
      asPaul(`user=${paul.name}&remove=bot`, { config: { GroupsAddToSelf: { user: ['bot'] } } }),
      asPaul(`user=${paul.name}&remove=bot`, {
        config: { GroupsRemoveFromSelf: { user: ['sysop'], bot: ['bot'] } },
      }),
      asPaul(`user=${paul.name}&add=sysop`, { config: { GroupsAddToSelf: { user: true } } }),
      get('action=query&meta=userinfo&uiprop=changeablegroups', {
        as: 'paul',
        config: {
          AddGroups: { user: ['bot'], sysop: ['bot', 'suppress'] },
          GroupsRemoveFromSelf: { sysop: true },
        },
      }),
      asPaul(`user=${paul.name}&remove=sysop`, {
        config: { GroupsRemoveFromSelf: { '*': ['sysop'] } },
      }),
      asRhea(`user=${tara.name}&add=bot|suppress&expiry=2090-01-01T00:00:00Z`),
      asPaul(
        `user=${tara.name}&add=bot|suppress&expiry=2080-01-01T00:00:00Z|2095-01-01T00:00:00Z`,
        {
          config: { AddGroups: { user: true } },
        },
      ),
      asPaul(`user=${tara.name}&add=bot|suppress`, { config: { AddGroups: { user: true } } }),
      asPaul(`user=${tara.name}&add=bot|suppress&expiry=2080-01-01T00:00:00Z`, {
        config: { AddGroups: { user: true } },
      }),
      asPaul(`user=${tara.name}&add=bot|suppress&expiry=2080-01-01T00:00:00Z`, {
        config: { AddGroups: { user: true }, RemoveGroups: { user: ['suppress'] } },
      }),
      groupsOf(tara.name),
      asRhea(`user=${tara.name}&add=sysop`, { config: { ReadOnly: 'moving' } }),
      asRhea(`user=${tara.name}&add=sysop`, {
        config: {
          GroupPermissions: { __merge: { '*': { writeapi: false }, user: { writeapi: false } } },
        },
      }),
      asRhea(`user=${tara.name}&add=sysop`, {
        config: { GroupPermissions: { __merge: { '*': { read: false }, user: { read: false } } } },
      }),
      asRhea(`user=${tara.name}&add=sysop`, { headers: { 'promise-non-write-api-action': '1' } }),
      asRhea(`user=${tara.name}&add=sysop`, {
        config: { RevokePermissions: { bureaucrat: { userrights: true } } },
      }),
      asRhea('user=Rights Nobody', { config: { ReadOnly: 'moving' } }),
      post(`action=userrights&user=${tara.name}&token=x`, {
        as: 'rhea',
        config: { ReadOnly: 'moving' },
      }),
      groupsOf(tara.name),
    ],
  },
  {
    name: 'keeps who is blocked from changing groups, unless he may change all',
    fixture: {
      accounts: [tara, paul, rhea],
      blocks: [
        { user: paul.name, reason: 'Noise' },
        { user: rhea.name, reason: 'Noise' },
      ],
      visitors: { paul, rhea },
    },
    steps: [
      fetchToken('paul'),
      fetchToken('rhea'),
      asPaul(`user=${tara.name}&add=bot`),
      asPaul(`user=${tara.name}&add=bot&format=json`),
      asPaul(`user=${tara.name}&add=bot&errorformat=raw`),
      asPaul(`user=${paul.name}&add=bot`, { config: { GroupsAddToSelf: { user: ['bot'] } } }),
      asPaul(`user=Rights Nobody&add=bot&expiry=nonsense`),
      asPaul(''),
      asRhea(`user=${tara.name}&add=bot`),
      asRhea(`user=${tara.name}&add=bot`, {
        config: { RevokePermissions: { bureaucrat: { userrights: true } } },
      }),
      asRhea(`user=${tara.name}&add=bot&tags=&errorformat=raw`),
      groupsOf(tara.name),
    ],
  },
  {
    name: 'marks a change of groups with tags',
    fixture: { accounts: [tara, rhea], visitors: { rhea } },
    steps: [
      fetchToken('rhea'),
      asRhea(`user=${tara.name}&add=bot&tags=`),
      asRhea(`user=${tara.name}&add=bot&tags=nonsense`),
      asRhea(`user=${tara.name}&add=bot&tags=nonsense|other&errorformat=raw`),
      asRhea(`user=${tara.name}&remove=bot&tags=&errorformat=raw`, {
        config: { RevokePermissions: { user: { applychangetags: true } } },
      }),
      asRhea(`user=Rights Nobody&tags=`, {
        config: { RevokePermissions: { user: { applychangetags: true } } },
      }),
      asRhea(`user=${tara.name}&add=bot&expiry=nonsense&tags=`, {
        config: { RevokePermissions: { user: { applychangetags: true } } },
      }),
      asRhea(`user=${tara.name}&add=nonsense&remove=other&tags=nonsense`),
      asRhea(`user=bad[name&add=nonsense&tags=nonsense`),
      asRhea(`user=${tara.name}&add=${fiftyOne}`),
      asRhea(`user=${tara.name}&remove=${fiftyOne}&errorformat=raw`),
      asRhea(`user=${tara.name}&add=bot&expiry=${fiftyOne}`),
      asRhea(`user=${tara.name}&remove=bot&reason=${'x'.repeat(600)}&nonsense=1`),
    ],
  },
  {
    name: 'documents how groups are changed',
    steps: [
      get('action=paraminfo&modules=userrights'),
      get('action=paraminfo&modules=userrights&format=json&uselang=qqx'),
      get('action=paraminfo&modules=userrights', {
        config: {
          GroupPermissions: { __merge: { Zebra: { edit: true }, editors: { edit: true } } },
        },
      }),
      get('action=paraminfo&modules=userrights', {
        config: { ImplicitGroups: ['*', 'user', 'autoconfirmed', 'bot'] },
      }),
      get('action=help&modules=userrights&format=json'),
    ],
  },
]
