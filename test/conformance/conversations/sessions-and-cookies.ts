import type { Conversation, Fixture, Step } from '../../../src/compare/conversation.ts'
import { cora, dora, rob, robsBot, robsBotName } from '../accounts.ts'
import { fetchLoginToken, get, post } from '../steps.ts'

const whoami = 'action=query&meta=userinfo'
const asCora = `action=login&lgname=${cora.name}&lgpassword=${cora.password}&lgtoken={login}`
const unknownSession = 'abcdefghijklmnopqrstuv0123456789'
const unknownToken = '0123456789abcdef0123456789abcdef'

const withCora: Fixture = { accounts: [cora, dora], visitors: { cora, dora } }
const withBot: Fixture = {
  accounts: [cora, rob],
  botPasswords: [robsBot],
  visitors: { cora, bot: { name: robsBotName, password: '{secret}' } },
}

/** Remembers all of Cora's cookies: S, U, N and T. */
const rememberCoras: Step = get(whoami, {
  as: 'cora',
  remember: {
    S: 'cookie:session',
    U: 'cookie:UserID',
    N: 'cookie:UserName',
    T: 'cookie:Token',
  },
})
const rememberDoras: Step = get(whoami, {
  as: 'dora',
  remember: { otherU: 'cookie:UserID', otherT: 'cookie:Token', otherS: 'cookie:session' },
})

/** Asks who one is, with these cookies and no others. */
function withCookies(as: string, cookies: Readonly<Record<string, string>>): Step {
  return get(whoami, { as, cookies })
}

/** Who a request is from, told by its cookies alone. */
export const sessionsAndCookies: readonly Conversation[] = [
  {
    name: 'takes a visitor without cookies for nobody, and sets none',
    steps: [get(whoami), get('action=query'), get('action=checktoken&type=csrf&token=%2B%5C')],
  },
  {
    name: 'never adopts a session id that it did not make',
    steps: [
      withCookies('unknown', { session: unknownSession }),
      withCookies('longer', { session: `${unknownSession}${unknownSession}` }),
      withCookies('odd', { session: `A-_${unknownSession}` }),
      get('action=query&meta=tokens&type=login', {
        as: 'planted',
        cookies: { session: unknownSession },
      }),
    ],
  },
  {
    name: 'deletes a session cookie that cannot be one',
    steps: [
      withCookies('short', { session: 'abc' }),
      withCookies('empty', { session: '' }),
      withCookies('deleted', { session: 'deleted' }),
      withCookies('dotted', { session: `${unknownSession}.` }),
    ],
  },
  {
    name: 'keeps what it knows of an anonymous session',
    steps: [
      fetchLoginToken({ remember: { S: 'cookie:session' } }),
      get('action=checktoken&type=login&token={login}', {
        as: 'same',
        cookies: { session: '{S}' },
      }),
      get(whoami),
    ],
  },
  {
    name: 'does not believe a user id alone',
    fixture: withCora,
    steps: [
      rememberCoras,
      withCookies('id alone', { UserID: '{U}' }),
      withCookies('id and name', { UserID: '{U}', UserName: '{N}' }),
      withCookies('id, unknown session', { UserID: '{U}', session: unknownSession }),
      withCookies('id, no session', { UserID: '{U}', session: 'x' }),
      withCookies('name alone', { UserName: '{N}' }),
      withCookies('token alone', { Token: '{T}' }),
      withCookies('no number', { UserID: 'x' }),
      withCookies('zero', { UserID: '0' }),
      withCookies('negative', { UserID: '-1' }),
      withCookies('empty', { UserID: '' }),
    ],
  },
  {
    name: 'does not believe a wrong token',
    fixture: withCora,
    steps: [
      rememberCoras,
      rememberDoras,
      withCookies('wrong', { UserID: '{U}', Token: unknownToken }),
      withCookies('wrong, unknown session', {
        UserID: '{U}',
        Token: unknownToken,
        session: unknownSession,
      }),
      withCookies('short', { UserID: '{U}', Token: '{T}x' }),
      withCookies('empty', { UserID: '{U}', Token: '' }),
      withCookies('deleted', { UserID: '{U}', Token: 'deleted' }),
      withCookies("somebody else's", { UserID: '{U}', Token: '{otherT}' }),
    ],
  },
  {
    name: 'does not know an account that there is not',
    fixture: withCora,
    steps: [
      rememberCoras,
      withCookies('unknown', { UserID: '99999999' }),
      withCookies('unknown with token', { UserID: '99999999', Token: '{T}' }),
    ],
  },
  {
    name: 'logs in again whoever is remembered',
    fixture: withCora,
    steps: [
      rememberCoras,
      withCookies('no session', { UserID: '{U}', Token: '{T}' }),
      withCookies('no session', {}),
      withCookies('unknown session', { session: unknownSession, UserID: '{U}', Token: '{T}' }),
      withCookies('all', { UserID: '{U}', UserName: '{N}', Token: '{T}' }),
      withCookies('zero before', { UserID: '0{U}', Token: '{T}' }),
      get('action=query&meta=tokens', { as: 'new', cookies: { UserID: '{U}', Token: '{T}' } }),
    ],
  },
  {
    name: 'minds the user name, to the letter',
    fixture: withCora,
    steps: [
      rememberCoras,
      withCookies('other', { UserID: '{U}', UserName: 'Dora', Token: '{T}' }),
      withCookies('case', { UserID: '{U}', UserName: 'cora%20Tester', Token: '{T}' }),
      withCookies('plus', { UserID: '{U}', UserName: 'Cora+Tester', Token: '{T}' }),
      withCookies('underscore', { UserID: '{U}', UserName: 'Cora_Tester', Token: '{T}' }),
      withCookies('empty', { UserID: '{U}', UserName: '', Token: '{T}' }),
    ],
  },
  {
    name: 'believes a session together with its user id',
    fixture: withCora,
    steps: [
      rememberCoras,
      withCookies('id', { session: '{S}', UserID: '{U}' }),
      withCookies('zero before', { session: '{S}', UserID: '0{U}' }),
      withCookies('id and name', { session: '{S}', UserID: '{U}', UserName: '{N}' }),
      withCookies('id and token', { session: '{S}', UserID: '{U}', Token: '{T}' }),
      get('action=checktoken&type=csrf&token={cora.csrf}', { as: 'id' }),
    ],
  },
  {
    name: 'does not believe a session without its user id, but keeps it',
    fixture: withCora,
    steps: [
      rememberCoras,
      withCookies('no id', { session: '{S}' }),
      withCookies('name only', { session: '{S}', UserName: '{N}' }),
      withCookies('token only', { session: '{S}', Token: '{T}' }),
      get(whoami, { as: 'cora' }),
    ],
  },
  {
    name: 'does not believe a session with the user id of another, but keeps it',
    fixture: withCora,
    steps: [
      rememberCoras,
      rememberDoras,
      withCookies('other', { session: '{S}', UserID: '{otherU}' }),
      withCookies('other with token', { session: '{S}', UserID: '{otherU}', Token: '{otherT}' }),
      get(whoami, { as: 'cora' }),
    ],
  },
  {
    name: 'does not believe a session when the other cookies are wrong, but keeps it',
    fixture: withCora,
    steps: [
      rememberCoras,
      withCookies('token', { session: '{S}', UserID: '{U}', Token: unknownToken }),
      withCookies('name', { session: '{S}', UserID: '{U}', UserName: 'Dora' }),
      withCookies('both', { session: '{S}', UserID: '{U}', UserName: 'Dora', Token: unknownToken }),
      get(whoami, { as: 'cora' }),
    ],
  },
  {
    name: 'believes a bot session cookie that it made, and no other',
    fixture: withBot,
    steps: [
      get(whoami, { as: 'bot', remember: { B: 'cookie:BPsession' } }),
      withCookies('same', { BPsession: '{B}' }),
      withCookies('unknown', { BPsession: unknownSession }),
      withCookies('malformed', { BPsession: 'abc' }),
      withCookies('empty', { BPsession: '' }),
      withCookies('deleted', { BPsession: 'deleted' }),
    ],
  },
  {
    name: 'prefers a bot session to the session beside it',
    fixture: withBot,
    steps: [
      rememberCoras,
      get(whoami, { as: 'bot', remember: { B: 'cookie:BPsession' } }),
      get(whoami, { as: 'both', cookies: { BPsession: '{B}', session: '{S}', UserID: '{U}' } }),
      get(whoami, {
        as: 'bad bot',
        cookies: { BPsession: unknownSession, session: '{S}', UserID: '{U}' },
      }),
      get(whoami, {
        as: 'malformed bot',
        cookies: { BPsession: 'abc', session: '{S}', UserID: '{U}' },
      }),
      get(whoami, {
        as: 'good bot, bad session',
        cookies: { BPsession: '{B}', session: unknownSession, UserID: '{U}' },
      }),
    ],
  },
  {
    name: 'does not take the one kind of session for the other',
    fixture: withBot,
    steps: [
      rememberCoras,
      get(whoami, { as: 'bot', remember: { B: 'cookie:BPsession', below: 'cookie:session' } }),
      withCookies('bot as user', { session: '{B}' }),
      withCookies('bot as user with id', { session: '{B}', UserID: '{U}' }),
      withCookies('user as bot', { BPsession: '{S}' }),
      withCookies('anonymous as bot', { BPsession: '{below}' }),
      get(whoami, { as: 'cora' }),
      get(whoami, { as: 'bot' }),
    ],
  },
  {
    name: 'reads cookies however they are spelled',
    fixture: withCora,
    steps: [
      rememberCoras,
      get(whoami, { as: 'cora', cookies: { nonsense: 'x', other: 'y%20z' } }),
      get(whoami, { as: 'quoted', cookies: { session: '"{S}"', UserID: '{U}' } }),
      get(whoami, {
        as: 'encoded',
        cookies: { UserName: 'Cora%20%54ester', session: '{S}', UserID: '{U}' },
      }),
      get('action=query&meta=userinfo&UserID=1&session=x', { as: 'query' }),
    ],
  },
  {
    name: 'sets cookies as the settings say',
    fixture: { accounts: [cora] },
    steps: [
      fetchLoginToken({ as: 'secure', config: { CookieSecure: true } }),
      fetchLoginToken({ as: 'open', config: { CookieHttpOnly: false } }),
      fetchLoginToken({ as: 'strict', config: { CookieSameSite: 'Strict' } }),
      fetchLoginToken({ as: 'path', config: { CookiePath: '/wiki' } }),
      fetchLoginToken({ as: 'domain', config: { CookieDomain: '.example.org' } }),
      fetchLoginToken({ as: 'name', config: { SessionName: 'custom_session' } }),
    ],
  },
  {
    name: 'remembers an account as long as the settings say',
    fixture: { accounts: [cora] },
    steps: [
      fetchLoginToken(),
      post(asCora, {
        config: { ExtendedLoginCookieExpiration: 1000, CookieExpiration: 100, CookieSecure: true },
      }),
      fetchLoginToken({ as: 'short' }),
      post(asCora, { as: 'short', config: { ExtendedLoginCookieExpiration: 0 } }),
      fetchLoginToken({ as: 'default' }),
      post(asCora, {
        as: 'default',
        config: { ExtendedLoginCookieExpiration: null, CookieExpiration: 100 },
      }),
      get(whoami, { as: 'default' }),
      get(whoami, { as: 'default', config: { AuthenticationTokenVersion: '2' } }),
    ],
  },
]
