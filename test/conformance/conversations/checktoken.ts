import type { Conversation } from '../../../src/compare/conversation.ts'
import { cora, dora, rob, robsBot, robsBotName } from '../accounts.ts'
import { fetchLoginToken, get, post } from '../steps.ts'

const zeros = '0'.repeat(32)

/** `action=checktoken`: whether a token is still good. */
export const checktoken: readonly Conversation[] = [
  {
    name: 'finds the anonymous token valid for everything but logging in and creating accounts',
    steps: [
      get('action=checktoken&type=csrf&token=%2B%5C'),
      get('action=checktoken&type=csrf&token=%2B%5C&format=json'),
      get('action=checktoken&type=watch&token=%2B%5C'),
      get('action=checktoken&type=patrol&token=%2B%5C'),
      get('action=checktoken&type=rollback&token=%2B%5C'),
      get('action=checktoken&type=userrights&token=%2B%5C'),
      post('action=checktoken&type=csrf&token=%2B%5C'),
      get('action=checktoken&type=login&token=%2B%5C'),
      get('action=checktoken&type=createaccount&token=%2B%5C', { as: 'another' }),
      get('action=checktoken&type=csrf&token=%2B%5C&maxtokenage=-5'),
    ],
  },
  {
    name: 'finds a token of the session valid, however often it is asked',
    fixture: { accounts: [cora], visitors: { cora } },
    steps: [
      get('action=checktoken&type=csrf&token={cora.csrf}', { as: 'cora' }),
      post('action=checktoken&type=csrf&token={cora.csrf}', { as: 'cora' }),
      post('action=checktoken&type=csrf', { query: 'token={cora.csrf}', as: 'cora' }),
      get('action=checktoken&type=csrf&token={cora.csrf}&format=json', { as: 'cora' }),
      get('action=checktoken&type=csrf&token={cora.csrf}&maxtokenage=1000', { as: 'cora' }),
      get('action=checktoken&type=csrf&token=%2B%5C', { as: 'cora' }),
    ],
  },
  {
    name: 'tells the token of each type from those of the others',
    fixture: { accounts: [cora], visitors: { cora } },
    steps: [
      get('action=query&meta=tokens&type=watch|login|createaccount|patrol|rollback|userrights', {
        as: 'cora',
        remember: {
          watch: 'query.tokens.watchtoken',
          login: 'query.tokens.logintoken',
          createaccount: 'query.tokens.createaccounttoken',
          patrol: 'query.tokens.patroltoken',
          rollback: 'query.tokens.rollbacktoken',
          userrights: 'query.tokens.userrightstoken',
        },
      }),
      get('action=checktoken&type=watch&token={watch}', { as: 'cora' }),
      get('action=checktoken&type=csrf&token={watch}', { as: 'cora' }),
      get('action=checktoken&type=login&token={login}', { as: 'cora' }),
      get('action=checktoken&type=createaccount&token={login}', { as: 'cora' }),
      get('action=checktoken&type=createaccount&token={createaccount}', { as: 'cora' }),
      get('action=checktoken&type=csrf&token={createaccount}', { as: 'cora' }),
      get('action=checktoken&type=patrol&token={patrol}', { as: 'cora' }),
      get('action=checktoken&type=rollback&token={rollback}', { as: 'cora' }),
      get('action=checktoken&type=userrights&token={userrights}', { as: 'cora' }),
      get('action=checktoken&type=userrights&token={rollback}', { as: 'cora' }),
    ],
  },
  {
    name: 'finds a token of another session invalid, but can tell when it was made',
    fixture: { accounts: [cora, dora], visitors: { cora, dora } },
    steps: [
      get('action=checktoken&type=csrf&token={dora.csrf}', { as: 'cora' }),
      get('action=checktoken&type=csrf&token={cora.csrf}', { as: 'dora' }),
      get('action=checktoken&type=csrf&token={cora.csrf}'),
      get('action=checktoken&type=csrf&token={cora.csrf}', { as: 'cora' }),
    ],
  },
  {
    name: 'finds a token expired once it is older than asked for',
    fixture: { accounts: [cora], visitors: { cora } },
    steps: [
      get('action=checktoken&type=csrf&token={cora.csrf}&maxtokenage=-10', { as: 'cora' }),
      get('action=checktoken&type=csrf&token={cora.csrf}&maxtokenage=-10&format=json', {
        as: 'cora',
      }),
      get('action=checktoken&type=watch&token={cora.csrf}&maxtokenage=-10', { as: 'cora' }),
      get('action=checktoken&type=csrf&token={cora.csrf}&maxtokenage=%2B600', { as: 'cora' }),
      get('action=checktoken&type=csrf&token={cora.csrf}&maxtokenage=', { as: 'cora' }),
      get('action=checktoken&type=csrf&token={cora.csrf}&maxtokenage=1.5', { as: 'cora' }),
      get('action=checktoken&type=csrf&token={cora.csrf}&maxtokenage=x&errorformat=raw', {
        as: 'cora',
      }),
    ],
  },
  {
    name: 'reads the time in a token that nobody made',
    steps: [
      get(`action=checktoken&type=csrf&token=${zeros}5%2B%5C`),
      get(`action=checktoken&type=csrf&token=${zeros}5%2B%5C&format=json`),
      get(`action=checktoken&type=csrf&token=${zeros}%2B%5C`),
      get(`action=checktoken&type=csrf&token=${zeros}5`),
      get(`action=checktoken&type=csrf&token=${zeros}5%2B`),
      get(`action=checktoken&type=csrf&token=${zeros}5%5C`),
      get(`action=checktoken&type=csrf&token=${zeros}0ABC%2B%5C`),
      get(`action=checktoken&type=csrf&token=${zeros}0xyz%2B%5C`),
      get(`action=checktoken&type=csrf&token=${zeros}7fffffff%2B%5C`),
      get(`action=checktoken&type=csrf&token=${zeros}5%2B%5C&maxtokenage=1`),
      get('action=checktoken&type=csrf&token=123ABC'),
      get('action=checktoken&type=csrf&token=a'),
    ],
  },
  {
    name: 'warns when a token seems to have lost its plus sign on the way',
    fixture: { accounts: [cora], visitors: { cora } },
    steps: [
      get('action=checktoken&type=csrf&token=+%5C'),
      get('action=checktoken&type=csrf&token=+%5C&format=json'),
      get('action=checktoken&type=csrf&token=+%5C&errorformat=raw'),
      get('action=checktoken&type=csrf&token={!cora.csrf}', { as: 'cora' }),
      get('action=checktoken&type=csrf&token=%252B%255C', { as: 'cora' }),
      get('action=checktoken&type=csrf&token=%2B%255C', { as: 'cora' }),
      get('action=checktoken&type=csrf&token=%5C'),
    ],
  },
  {
    name: 'wants a type and a token',
    steps: [
      get('action=checktoken'),
      get('action=checktoken&type=csrf'),
      get('action=checktoken&token=%2B%5C'),
      get('action=checktoken&type=csrf&token='),
      get('action=checktoken&type=&token=%2B%5C'),
      get('action=checktoken&type=csrf&format=json'),
      get('action=checktoken&type=csrf&errorformat=raw'),
      get('action=checktoken&errorformat=raw'),
      get('action=checktoken&type=nonsense&token=%2B%5C'),
      get('action=checktoken&type=csrf|watch&token=%2B%5C'),
      get('action=checktoken&type=*&token=%2B%5C'),
      get('action=checktoken&type=nonsense&token=%2B%5C&errorformat=raw'),
      get('action=checktoken&type=Csrf&token=%2B%5C'),
    ],
  },
  {
    name: 'answers nobody who may not read',
    fixture: { accounts: [cora], visitors: { cora } },
    steps: [
      get('action=checktoken&type=csrf&token=%2B%5C', {
        config: { GroupPermissions: { __merge: { '*': { read: false } } } },
      }),
      get('action=checktoken&type=csrf&token={cora.csrf}', {
        as: 'cora',
        config: { GroupPermissions: { __merge: { '*': { read: false } } } },
      }),
      get('action=checktoken&type=csrf&token={cora.csrf}', {
        as: 'cora',
        config: { ReadOnly: 'maintenance' },
      }),
    ],
  },
  {
    name: 'answers as to an anonymous visitor when asked from another site',
    fixture: { accounts: [cora], visitors: { cora } },
    steps: [
      get('action=checktoken&type=csrf&token=%2B%5C&origin=*', { as: 'cora' }),
      get('action=checktoken&type=csrf&token={cora.csrf}&origin=*', { as: 'cora' }),
      get('action=checktoken&type=csrf&token={cora.csrf}&callback=f', { as: 'cora' }),
    ],
  },
  {
    name: 'finds tokens from before a login invalid afterwards',
    fixture: { accounts: [cora] },
    steps: [
      fetchLoginToken(),
      post(`action=login&lgname=${cora.name}&lgpassword=${cora.password}&lgtoken={login}`),
      get('action=checktoken&type=login&token={login}'),
      get('action=checktoken&type=csrf&token=%2B%5C'),
    ],
  },
  {
    name: "checks a bot's tokens like anybody's",
    fixture: {
      accounts: [rob],
      botPasswords: [robsBot],
      visitors: { bot: { name: robsBotName, password: '{secret}' } },
    },
    steps: [
      get('action=checktoken&type=csrf&token={bot.csrf}', { as: 'bot' }),
      get('action=checktoken&type=csrf&token={bot.csrf}'),
    ],
  },
]
