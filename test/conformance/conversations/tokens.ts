import type { Conversation } from '../../../src/compare/conversation.ts'
import { cora, rob, robsBot, robsBotName } from '../accounts.ts'
import { fetchLoginToken, get, post } from '../steps.ts'

/** `action=query&meta=tokens`: who gets which token, and what it does to the session. */
export const tokens: readonly Conversation[] = [
  {
    name: 'gives a visitor without a session the anonymous token, and no cookie',
    steps: [
      get('action=query&meta=tokens'),
      get('action=query&meta=tokens&formatversion=1&format=json'),
      get('action=query&meta=tokens&type=csrf'),
      get('action=query&meta=tokens&type=watch|patrol|rollback|userrights'),
      post('action=query&meta=tokens'),
    ],
  },
  {
    name: 'opens a session for whoever asks for a login or createaccount token',
    steps: [
      get('action=query&meta=tokens&type=login'),
      get('action=query&meta=tokens&type=login'),
      get('action=query&meta=tokens&type=createaccount'),
      get('action=query&meta=tokens&type=createaccount', { as: 'another' }),
      get('action=query&meta=tokens&type=csrf|login', { as: 'third' }),
      post('action=query&meta=tokens&type=login', { as: 'fourth' }),
      get('action=query&meta=tokens&type=login&format=json', { as: 'fifth' }),
    ],
  },
  {
    name: 'answers types in the order asked, and all of them in alphabetical order',
    steps: [
      get('action=query&meta=tokens&type=watch|csrf|login'),
      get('action=query&meta=tokens&type=csrf|watch|csrf'),
      get('action=query&meta=tokens&type='),
      get('action=query&meta=tokens&type=&format=json'),
      get('action=query&meta=tokens&type=%1Fcsrf%1Fwatch'),
      get('action=query&meta=tokens&type=*', {
        differs: {
          id: 'global-account-types',
          instead: {
            body: {
              batchcomplete: true,
              query: {
                tokens: {
                  createaccounttoken: '<token>+\\',
                  csrftoken: '+\\',
                  deleteglobalaccounttoken: '+\\',
                  logintoken: '<token>+\\',
                  patroltoken: '+\\',
                  rollbacktoken: '+\\',
                  setglobalaccountstatustoken: '+\\',
                  userrightstoken: '+\\',
                  watchtoken: '+\\',
                },
              },
            },
          },
        },
      }),
    ],
  },
  {
    name: 'warns of token types it does not know, and gives the others',
    steps: [
      get('action=query&meta=tokens&type=nonsense'),
      get('action=query&meta=tokens&type=csrf|nonsense|more'),
      get('action=query&meta=tokens&type=csrf|nonsense&errorformat=raw'),
      get('action=query&meta=tokens&type=*|csrf'),
      get('action=query&meta=tokens&type=nonsense&format=json'),
      get('action=query&meta=tokens&type=edit'),
      get('action=query&meta=tokens&type=CSRF'),
      get('action=query&meta=tokens&type=|'),
    ],
  },
  {
    name: 'gives an account real tokens of every type, all of the same session',
    fixture: { accounts: [cora], visitors: { cora } },
    steps: [
      get('action=query&meta=tokens', { as: 'cora' }),
      get('action=query&meta=tokens&type=csrf|watch|patrol|rollback|userrights', { as: 'cora' }),
      get('action=query&meta=tokens&type=login|createaccount', { as: 'cora' }),
      get('action=query&meta=tokens|userinfo', { as: 'cora' }),
      get('action=query&meta=userinfo|tokens', { as: 'cora' }),
    ],
  },
  {
    name: 'gives a bot real tokens',
    fixture: {
      accounts: [rob],
      botPasswords: [robsBot],
      visitors: { bot: { name: robsBotName, password: '{secret}' } },
    },
    steps: [
      get('action=query&meta=tokens', { as: 'bot' }),
      get('action=query&meta=tokens&type=login', { as: 'bot' }),
    ],
  },
  {
    name: 'gives no tokens to whoever may be asking from another site',
    fixture: { accounts: [cora], visitors: { cora } },
    steps: [
      get('action=query&meta=tokens&origin=*'),
      get('action=query&meta=tokens&type=login&origin=*'),
      get('action=query&meta=tokens&origin=*&errorformat=raw', { as: 'cora' }),
      get('action=query&meta=tokens|userinfo&callback=f', { as: 'cora' }),
      get('action=query&meta=tokens', { as: 'cora', headers: { 'treat-as-untrusted': '1' } }),
      get('action=query&meta=tokens&origin=*&format=json', { as: 'cora' }),
    ],
  },
  {
    name: 'gives tokens on a wiki that not everybody may read, and on one that is read-only',
    steps: [
      get('action=query&meta=tokens', {
        config: { GroupPermissions: { __merge: { '*': { read: false } } } },
      }),
      get('action=query&meta=tokens|userinfo', {
        config: { GroupPermissions: { __merge: { '*': { read: false } } } },
      }),
      get('action=query&meta=tokens&rawcontinue=1&indexpageids=1', {
        config: { GroupPermissions: { __merge: { '*': { read: false } } } },
      }),
      get('action=query&meta=tokens&type=login', { config: { ReadOnly: 'maintenance' } }),
    ],
  },
  {
    name: 'keeps the token secret when the session is kept, and makes another for another',
    steps: [
      fetchLoginToken(),
      post('action=checktoken&type=login&token={login}'),
      fetchLoginToken({ as: 'another', remember: { theirs: 'query.tokens.logintoken' } }),
      post('action=checktoken&type=login&token={theirs}'),
      post('action=checktoken&type=login&token={theirs}', { as: 'another' }),
    ],
  },
]
