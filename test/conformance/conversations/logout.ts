import type { Answer, Conversation } from '../../../src/compare/conversation.ts'
import { cora, dora, rob, robsBot, robsBotName } from '../accounts.ts'
import { fetchLoginToken, get, post } from '../steps.ts'

const asBot = { name: robsBotName, password: '{secret}' }
const readOnly = { ReadOnly: 'maintenance' }

/** Jeton tells an anonymous visitor that there was nothing to do, and leaves all cookies. */
const notLoggedIn: Partial<Answer> = {
  cookies: [],
  body: { warnings: { logout: { warnings: '<text>' } } },
}

/** `action=logout`: what ends, and what does not. */
export const logout: readonly Conversation[] = [
  {
    name: 'ends the session, and deletes the cookies that carried it',
    fixture: { accounts: [cora], visitors: { cora } },
    steps: [
      get('action=query&meta=userinfo', { as: 'cora', remember: { session: 'cookie:session' } }),
      post('action=logout&token={cora.csrf}', { as: 'cora' }),
      get('action=query&meta=userinfo', { as: 'cora' }),
      post('action=logout&token={cora.csrf}', { as: 'cora' }),
      get('action=checktoken&type=csrf&token={cora.csrf}', { as: 'cora' }),
      get('action=query&meta=userinfo', { as: 'thief', cookies: { session: '{session}' } }),
    ],
  },
  {
    name: 'answers an empty object in every version and format of errors',
    fixture: { accounts: [cora], visitors: { one: cora, two: cora, three: cora } },
    steps: [
      post('action=logout&token={one.csrf}&format=json', { as: 'one' }),
      post('action=logout&token={two.csrf}&errorformat=raw', { as: 'two' }),
      post('action=logout&token={three.csrf}&requestid=7&format=json&formatversion=latest', {
        as: 'three',
      }),
    ],
  },
  {
    name: 'deletes only the cookies that were sent',
    fixture: { accounts: [cora], visitors: { cora } },
    steps: [
      post('action=logout&token={cora.csrf}', {
        as: 'cora',
        cookies: { Token: null, UserName: null },
      }),
    ],
  },
  {
    name: 'leaves the other sessions of the account alone',
    fixture: { accounts: [cora], visitors: { desk: cora, phone: cora } },
    steps: [
      post('action=logout&token={desk.csrf}', { as: 'desk' }),
      get('action=query&meta=userinfo', { as: 'phone' }),
      get('action=checktoken&type=csrf&token={phone.csrf}', { as: 'phone' }),
      post('action=logout&token={phone.csrf}', { as: 'phone' }),
    ],
  },
  {
    name: 'does nothing with a wrong token',
    fixture: { accounts: [cora, dora], visitors: { cora, dora } },
    steps: [
      post('action=logout&token=nonsense', { as: 'cora' }),
      post('action=logout&token=%2B%5C', { as: 'cora' }),
      post('action=logout&token={dora.csrf}', { as: 'cora' }),
      post('action=logout&token={!cora.csrf}', { as: 'cora' }),
      post('action=logout&token={cora.csrf}x', { as: 'cora' }),
      post('action=logout&token=nonsense&errorformat=raw', { as: 'cora' }),
      post('action=logout&token=nonsense&format=json', { as: 'cora' }),
      get('action=query&meta=userinfo', { as: 'cora' }),
    ],
  },
  {
    name: 'wants a csrf token and no other kind',
    fixture: { accounts: [cora], visitors: { cora } },
    steps: [
      get('action=query&meta=tokens&type=watch|login', {
        as: 'cora',
        remember: { watch: 'query.tokens.watchtoken', login: 'query.tokens.logintoken' },
      }),
      post('action=logout&token={watch}', { as: 'cora' }),
      post('action=logout&token={login}', { as: 'cora' }),
    ],
  },
  {
    name: 'wants the token, and in the body',
    fixture: { accounts: [cora], visitors: { cora } },
    steps: [
      post('action=logout', { as: 'cora' }),
      post('action=logout&token=', { as: 'cora' }),
      post('action=logout&errorformat=raw', { as: 'cora' }),
      post('action=logout', { query: 'token={cora.csrf}', as: 'cora' }),
      post('action=logout&token={cora.csrf}', { query: 'token={cora.csrf}', as: 'cora' }),
      post('', { query: 'action=logout&token={cora.csrf}&format=json', as: 'cora' }),
      get('action=logout&token={cora.csrf}', { as: 'cora' }),
      get('action=logout&token={cora.csrf}&errorformat=raw', { as: 'cora' }),
      get('action=logout', { as: 'cora' }),
      get('action=logout&format=json', { as: 'cora' }),
      get('action=query&meta=userinfo', { as: 'cora' }),
    ],
  },
  {
    name: 'has nothing to do for a visitor without a session',
    steps: [
      post('action=logout&token=%2B%5C', {
        differs: { id: 'logout-anonymous', instead: notLoggedIn },
      }),
      post('action=logout&token=nonsense'),
      post('action=logout'),
      get('action=logout&token=%2B%5C'),
    ],
  },
  {
    name: 'deletes the session cookie of an anonymous visitor',
    steps: [
      fetchLoginToken(),
      post('action=logout&token={login}'),
      post('action=logout&token=%2B%5C', {
        differs: { id: 'logout-anonymous', instead: notLoggedIn },
      }),
    ],
  },
  {
    name: "ends a bot's session, and keeps the anonymous one below it",
    fixture: { accounts: [rob], botPasswords: [robsBot], visitors: { bot: asBot } },
    steps: [
      get('action=query&meta=userinfo', { as: 'bot', remember: { session: 'cookie:BPsession' } }),
      post('action=logout&token=%2B%5C', { as: 'bot' }),
      post('action=logout&token={bot.csrf}', { as: 'bot' }),
      get('action=query&meta=userinfo', { as: 'bot' }),
      get('action=query&meta=userinfo', { as: 'thief', cookies: { BPsession: '{session}' } }),
    ],
  },
  {
    name: 'cannot be made to log somebody out from another site',
    fixture: { accounts: [cora], visitors: { cora } },
    steps: [
      post('action=logout&token={cora.csrf}&origin=*', { as: 'cora' }),
      post('action=logout&token=%2B%5C&origin=*', {
        as: 'cora',
        differs: { id: 'logout-anonymous', instead: notLoggedIn },
      }),
      post('action=logout&token=%2B%5C', {
        as: 'cora',
        headers: { 'treat-as-untrusted': '1' },
        differs: { id: 'logout-anonymous', instead: notLoggedIn },
      }),
      get('action=query&meta=userinfo', { as: 'cora' }),
    ],
  },
  {
    name: 'cannot be made to log a bot out from another site',
    fixture: { accounts: [rob], botPasswords: [robsBot], visitors: { bot: asBot } },
    steps: [
      post('action=logout&token=%2B%5C&origin=*', {
        as: 'bot',
        differs: { id: 'logout-cross-origin', instead: notLoggedIn },
      }),
    ],
  },
  {
    name: 'needs neither the right to read nor a group',
    fixture: { accounts: [cora], visitors: { cora } },
    steps: [
      post('action=logout&token={cora.csrf}', {
        as: 'cora',
        config: { GroupPermissions: { __merge: { '*': { read: false }, user: { read: false } } } },
      }),
    ],
  },
  {
    name: 'needs a wiki that can be written to',
    fixture: { accounts: [cora], visitors: { one: cora, two: cora, three: cora } },
    steps: [
      post('action=logout&token={one.csrf}', {
        as: 'one',
        config: readOnly,
        differs: {
          id: 'logout-write',
          instead: {
            headers: { 'mediawiki-api-error': 'readonly' },
            cookies: [],
            body: {
              error: {
                code: 'readonly',
                info: '<text>',
                readonlyreason: 'maintenance',
                docref: '<text>',
              },
            },
          },
        },
      }),
      post('action=logout&token={two.csrf}', {
        as: 'two',
        headers: { 'promise-non-write-api-action': '1' },
        differs: {
          id: 'logout-write',
          instead: {
            headers: { 'mediawiki-api-error': 'promised-nonwrite-api' },
            cookies: [],
            body: { error: { code: 'promised-nonwrite-api', info: '<text>', docref: '<text>' } },
          },
        },
      }),
      post('action=logout&token={three.csrf}', {
        as: 'three',
        config: {
          GroupPermissions: { __merge: { '*': { writeapi: false }, user: { writeapi: false } } },
        },
        differs: {
          id: 'logout-write',
          instead: {
            headers: { 'mediawiki-api-error': 'writeapidenied' },
            cookies: [],
            body: { error: { code: 'writeapidenied', info: '<text>', docref: '<text>' } },
          },
        },
      }),
      post('action=logout&token=nonsense', { as: 'three', config: readOnly }),
    ],
  },
  {
    name: 'warns of parameters it does not know',
    fixture: { accounts: [cora], visitors: { one: cora, two: cora } },
    steps: [
      post('action=logout&token={one.csrf}&nonsense=1', { as: 'one' }),
      post('action=logout&token={two.csrf}&nonsense=1&errorformat=raw', { as: 'two' }),
    ],
  },
]
