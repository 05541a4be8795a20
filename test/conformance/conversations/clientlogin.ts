import type { Conversation } from '../../../src/compare/conversation.ts'
import { cora, dora, rob, robsBot, robsBotName } from '../accounts.ts'
import { fetchLoginToken, get, post } from '../steps.ts'

const begin = 'action=clientlogin&loginreturnurl=http://127.0.0.1/&logintoken={login}'
const asCora = `${begin}&username=${cora.name}&password=${cora.password}`
const asDora = `${begin}&username=${dora.name}&password=${dora.password}`

/** `action=clientlogin` where one step is enough, or none is possible. */
export const clientlogin: readonly Conversation[] = [
  {
    name: 'logs in, for as long as a browser is not asked to remember it',
    fixture: { accounts: [cora] },
    steps: [
      fetchLoginToken(),
      post(asCora),
      get('action=query&meta=userinfo'),
      get(`action=query&assertuser=${cora.name}`),
    ],
  },
  {
    name: 'remembers a login for longer if asked to, whatever the value',
    fixture: { accounts: [cora] },
    steps: [
      fetchLoginToken(),
      post(`${asCora}&rememberMe=1`),
      fetchLoginToken({ as: 'second' }),
      post(`${asCora}&rememberMe=`, { as: 'second' }),
      fetchLoginToken({ as: 'third' }),
      post(`${asCora}&rememberMe=0&format=json`, { as: 'third' }),
      fetchLoginToken({ as: 'fourth' }),
      post(asCora, { as: 'fourth', query: 'rememberMe' }),
      fetchLoginToken({ as: 'fifth' }),
      post(`${asCora}&rememberMe=1`, {
        as: 'fifth',
        config: { ExtendedLoginCookieExpiration: 0, CookieExpiration: 0 },
      }),
    ],
  },
  {
    name: 'remembers everybody or nobody where the wiki says so',
    fixture: { accounts: [cora] },
    steps: [
      ...['always', 'never', 'force-choose'].flatMap((RememberMe) => [
        get('action=query&meta=authmanagerinfo&amirequestsfor=login&amimessageformat=raw', {
          config: { RememberMe },
        }),
        fetchLoginToken({ as: `${RememberMe} without` }),
        post(asCora, { as: `${RememberMe} without`, config: { RememberMe } }),
        fetchLoginToken({ as: RememberMe }),
        post(`${asCora}&rememberMe=1`, { as: RememberMe, config: { RememberMe } }),
      ]),
    ],
  },
  {
    name: 'lets who is logged in become somebody else, and forgets what it remembered',
    fixture: { accounts: [cora, dora] },
    steps: [
      fetchLoginToken(),
      post(`${asCora}&rememberMe=1`),
      fetchLoginToken(),
      post(asDora),
      get('action=query&meta=userinfo'),
      fetchLoginToken(),
      post(`${begin}&username=${cora.name}&password=wrong`),
      get('action=query&meta=userinfo'),
    ],
  },
  {
    name: 'says why nobody is logged in, as each format of messages has it',
    fixture: { accounts: [cora] },
    steps: [
      fetchLoginToken(),
      ...['raw', 'wikitext', 'html', 'none'].map((format) =>
        post(`${begin}&username=${cora.name}&password=wrong&loginmessageformat=${format}`),
      ),
      post(`${begin}&username=${cora.name}&password=wrong&format=json`),
      post(`${begin}&username=${cora.name}&password=wrong&loginmessageformat=raw&format=xml`, {
        compare: 'text',
      }),
      post(`${begin}&username=${cora.name}&password=wrong&loginmessageformat=plaintext`),
      post(`${begin}&username=${cora.name}&password=wrong&loginmessageformat=raw|none`),
      post(`${begin}&username=${cora.name}&password=wrong&errorformat=raw&uselang=fr`),
      post(`${begin}&username=Nobody Atall&password=wrong&loginmessageformat=raw`),
      post(`${begin}&username=Nobody Atall&password=wrong&loginmessageformat=raw&format=json`),
    ],
  },
  {
    name: 'finds nobody who could be meant without a name and a password',
    fixture: { accounts: [cora] },
    steps: [
      fetchLoginToken(),
      ...[
        '',
        `&username=${cora.name}`,
        `&password=${cora.password}`,
        `&username=${cora.name}&password=`,
        `&username=&password=${cora.password}`,
        '&username=A%23b&password=x',
        '&username=192.0.2.1&password=x',
        '&username=Talk:Cora&password=x',
        '&username=MediaWiki default&password=x',
        `&username=${'x'.repeat(256)}&password=x`,
      ].map((fields) => post(`${begin}&loginmessageformat=raw${fields}`)),
    ],
  },
  {
    name: 'takes every spelling of a name for the same account',
    fixture: { accounts: [cora] },
    steps: [
      fetchLoginToken(),
      post(`${begin}&username=user:cora_Tester&password=${cora.password}`),
      fetchLoginToken(),
      post(`${begin}&username=Cora%26%2332;Tester&password=${cora.password}`),
      fetchLoginToken(),
      post(`${begin}&username=CORA TESTER&password=${cora.password}&loginmessageformat=raw`),
    ],
  },
  {
    name: 'refuses passwords that are too long before looking at them',
    fixture: { accounts: [cora] },
    steps: [
      fetchLoginToken(),
      post(`${begin}&loginmessageformat=raw&username=${cora.name}&password=${'x'.repeat(4097)}`),
      post(`${begin}&loginmessageformat=raw&username=${cora.name}&password=${'x'.repeat(4096)}`),
    ],
  },
  {
    name: 'slows down who guesses, and says for how long',
    fixture: { accounts: [{ name: 'Guessed {fresh}', password: cora.password }] },
    steps: [
      fetchLoginToken(),
      ...[1, 2, 3].map(() =>
        post(`${begin}&username=Guessed {fresh}&password=wrong&loginmessageformat=raw`, {
          config: { PasswordAttemptThrottle: [{ count: 2, seconds: 300 }] },
        }),
      ),
      post(`${begin}&username=Guessed {fresh}&password=${cora.password}&loginmessageformat=raw`, {
        config: { PasswordAttemptThrottle: [{ count: 2, seconds: 300 }] },
      }),
    ],
  },
  {
    name: 'needs to know whether to begin or to go on',
    fixture: { accounts: [cora] },
    steps: [
      fetchLoginToken(),
      post('action=clientlogin&logintoken={login}'),
      post('action=clientlogin&logintoken={login}&errorformat=raw'),
      post('action=clientlogin&logintoken={login}&returnurl=http://x/&continue=1&errorformat=raw'),
      post('action=clientlogin&logintoken={login}&logincontinue=&loginmessageformat=raw'),
      post('action=clientlogin&logintoken={login}&logincontinue=1&loginmessageformat=raw'),
      post(`${begin}&logincontinue=1&loginmessageformat=raw`),
      post(`${asCora}&logincontinue=1&loginmessageformat=raw`),
      get('action=query&meta=userinfo'),
    ],
  },
  {
    name: 'refuses addresses that nobody could come back to',
    steps: [
      fetchLoginToken(),
      ...[
        'foo',
        '/foo',
        '//foo',
        'foo://bar',
        '',
        'http://',
        'http:///x',
        'http://x:99999',
        'http://:80',
        'http://user@:80',
        'http:80',
        'javascript:1',
        'tel:1',
        '%3Cb%3E',
      ].map((url) =>
        post(`action=clientlogin&logintoken={login}&loginreturnurl=${url}&errorformat=raw`),
      ),
      post('action=clientlogin&logintoken={login}&loginreturnurl=foo'),
      post('action=clientlogin&logintoken={login}&loginreturnurl=foo&format=json'),
      post('action=clientlogin&logintoken={login}&loginreturnurl=foo&logincontinue=1'),
    ],
  },
  {
    name: 'takes any address that says by which protocol it leads where',
    steps: [
      fetchLoginToken(),
      ...['http:', 'HTTP://x', 'http:foo', 'mailto:x', 'urn:x', 'http://x:', 'http://a b/%23'].map(
        (url) =>
          post(
            `action=clientlogin&logintoken={login}&loginreturnurl=${url}&loginmessageformat=raw`,
          ),
      ),
    ],
  },
  {
    name: 'wants a token of its own kind, in the body',
    fixture: { accounts: [cora] },
    steps: [
      post(`action=clientlogin&loginreturnurl=http://x/&username=${cora.name}`),
      post(`action=clientlogin&loginreturnurl=http://x/&logintoken=`),
      post(`action=clientlogin&loginreturnurl=http://x/&logintoken=%2B%5C`),
      fetchLoginToken(),
      get('action=query&meta=tokens&type=createaccount', {
        remember: { other: 'query.tokens.createaccounttoken' },
      }),
      post('action=clientlogin&loginreturnurl=http://x/&logintoken={other}'),
      post('action=clientlogin&loginreturnurl=http://x/&logintoken={login}', { as: 'another' }),
      post('action=clientlogin&loginreturnurl=http://x/', { query: 'logintoken={login}' }),
      get(`${asCora}`),
      get(`action=clientlogin&loginreturnurl=http://x/`),
      post('action=clientlogin&logintoken={login}'),
    ],
  },
  {
    name: 'keeps secrets out of addresses, but not names',
    fixture: { accounts: [cora] },
    steps: [
      fetchLoginToken(),
      post(`${begin}&username=${cora.name}`, { query: 'password=x&errorformat=raw' }),
      post(`${begin}&username=${cora.name}`, { query: 'password=x&retype=x&errorformat=raw' }),
      post(`${asCora}`, { query: 'password=x&errorformat=raw' }),
      post(begin, { query: 'retype=x&errorformat=raw' }),
      post(`${begin}&logincontinue=1&errorformat=raw`, { query: 'password=x' }),
      post(`${begin}&loginrequests=nothing&errorformat=raw`, { query: 'password=x' }),
      post(`${begin}&password=${cora.password}`, { query: `username=${cora.name}` }),
    ],
  },
  {
    name: 'reads the fields of the requests that are wanted, and knows no others',
    fixture: { accounts: [cora] },
    steps: [
      fetchLoginToken(),
      post(`${asCora}&loginrequests=MediaWiki\\Auth\\RememberMeAuthenticationRequest&rememberMe=1`),
      post(`${asCora}&loginrequests=&errorformat=raw`),
      post(`${asCora}&loginrequests=x|y&errorformat=raw`),
      post(
        `${asCora}&loginusername=x&email=x&retype=y&rememberMe_x=1&errorformat=raw&loginrequests=`,
      ),
      post(`${asCora}&rememberMe=1&loginrequests=MediaWiki\\Auth\\PasswordAuthenticationRequest`),
    ],
  },
  {
    name: 'cannot make somebody else of who came with a bot password',
    fixture: { accounts: [cora, rob], botPasswords: [robsBot] },
    steps: [
      fetchLoginToken(),
      post(`action=login&lgname=${robsBotName}&lgpassword={secret}&lgtoken={login}`),
      fetchLoginToken(),
      post(`${asCora}&loginmessageformat=raw&errorformat=raw`),
      post(`${asCora}&loginmessageformat=none`),
      post('action=clientlogin&logintoken={login}&logincontinue=1&loginmessageformat=raw'),
      get('action=query&meta=userinfo'),
    ],
  },
  {
    name: 'takes no bot password',
    fixture: { accounts: [rob], botPasswords: [robsBot] },
    steps: [
      fetchLoginToken(),
      post(`${begin}&username=${robsBotName}&password={secret}&loginmessageformat=raw`),
      post(
        `${begin}&username=${rob.name}&password=${robsBot.appId}@{secret}&loginmessageformat=raw`,
      ),
    ],
  },
  {
    name: 'is a change of the wiki',
    fixture: { accounts: [cora] },
    steps: [
      fetchLoginToken(),
      post(asCora, { config: { ReadOnly: 'moving house' } }),
      post(asCora, { config: { GroupPermissions: { __merge: { '*': { writeapi: false } } } } }),
      post(asCora, { headers: { 'Promise-Non-Write-API-Action': '1' } }),
      post(asCora, { config: { GroupPermissions: { __merge: { '*': { read: false } } } } }),
    ],
  },
  {
    name: 'does the same for pages of other sites, whose credentials do not count',
    fixture: { accounts: [cora] },
    steps: [
      fetchLoginToken(),
      post(asCora, { query: 'origin=*' }),
      get('action=query&meta=userinfo'),
    ],
  },
  {
    name: 'is documented with the fields that it reads',
    steps: [
      ...['none', 'raw', 'wikitext', 'html'].map((format) =>
        get(`action=paraminfo&modules=clientlogin&helpformat=${format}`),
      ),
      get('action=paraminfo&modules=clientlogin&format=json'),
      get('action=help&modules=clientlogin'),
    ],
  },
]
