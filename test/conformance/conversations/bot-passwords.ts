import type { Conversation, Step } from '../../../src/compare/conversation.ts'
import { fetchLoginToken, get, post } from '../steps.ts'

const password = 'granite-feather-compass'
const bea = { name: 'Bots Bea {fresh}', password, groups: ['bureaucrat', 'bot'] }
const pat = { name: 'Bots Pat {fresh}', password }
const rex = { name: 'Bots Rex {fresh}', password, groups: ['sysop'] }

const sue = { name: 'Bots Sue {fresh}', password, groups: ['sysop'] }

const grants = ['basic', 'highvolume', 'editpage', 'blockusers', 'delete', 'oversight']

const logIn = (as: string, login: string): readonly Step[] => [
  fetchLoginToken({ as }),
  post(`action=login&lgname=${login}&lgpassword={${as}}&lgtoken={login}`, { as }),
]

const own = (as: string, prop: string, config?: Step['config']): Step =>
  get(`action=query&meta=userinfo&uiprop=${prop}`, { as, ...(config && { config }) })

/** What a program may do that logged in with a bot password. */
export const botPasswords: readonly Conversation[] = [
  {
    name: 'gives a program no right that its user lacks, and none that was not granted',
    fixture: {
      accounts: [bea, pat],
      botPasswords: [
        { user: bea.name, appId: 'much', grants, secret: 'bea' },
        { user: pat.name, appId: 'much', grants, secret: 'pat' },
      ],
    },
    steps: [
      ...logIn('bea', `${bea.name}@much`),
      ...logIn('pat', `${pat.name}@much`),
      own('bea', 'groups|rights'),
      own('pat', 'groups|rights'),
      own('bea', 'changeablegroups'),
      own('bea', 'changeablegroups', { AddGroups: { bot: ['sysop'] } }),
      own('bea', 'rights', { GrantPermissions: { basic: { read: true, userrights: true } } }),
      own('bea', 'rights', { RevokePermissions: { '*': { read: true }, bot: { bot: true } } }),
      own('pat', 'rights', {
        GroupPermissions: { '*': { read: true, block: true, patrol: true } },
      }),
      own('pat', 'rights', { Autopromote: { sysop: [2, 0] } }),
      get('action=query&meta=userinfo&assert=bot', { as: 'bea' }),
      get('action=query&meta=userinfo&assert=bot', { as: 'pat' }),
      get('action=query&meta=tokens&type=userrights', {
        as: 'bea',
        remember: { token: 'query.tokens.userrightstoken' },
      }),
      post(`action=userrights&user=${pat.name}&add=sysop&token={token}`, { as: 'bea' }),
      post(`action=userrights&user=${pat.name}&add=sysop|bot&token={token}`, {
        as: 'bea',
        config: { AddGroups: { bot: ['bot'] } },
      }),
      own('pat', 'groups|rights'),
    ],
  },
  {
    name: 'lets a program of a blocked user do what anybody may',
    fixture: {
      accounts: [rex, sue],
      botPasswords: [{ user: rex.name, appId: 'much', grants, secret: 'rex' }],
      visitors: { sue },
    },
    steps: [
      ...logIn('rex', `${rex.name}@much`),
      own('rex', 'groups|rights'),
      post(`action=block&user=${rex.name}&token={sue.csrf}`, { as: 'sue', compare: 'shape' }),
      own('rex', 'groups|rights'),
      own('rex', 'groups|rights', { BlockDisablesLogin: true }),
      fetchLoginToken({ as: 'again' }),
      post(`action=login&lgname=${rex.name}@much&lgpassword={rex}&lgtoken={login}`, {
        as: 'again',
        config: { BlockDisablesLogin: true },
      }),
      own('again', 'groups|rights', { BlockDisablesLogin: true }),
      own('again', 'groups|rights'),
    ],
  },
]
