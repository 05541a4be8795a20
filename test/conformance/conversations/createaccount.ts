import type { Conversation, Step } from '../../../src/compare/conversation.ts'
import { cora, dora, rob, robsBot, robsBotName, sven } from '../accounts.ts'
import { fetchLoginToken, get, post, type StepDetails } from '../steps.ts'

const begin = 'action=createaccount&createreturnurl=http://127.0.0.1/&createtoken={create}'
const raw = `${begin}&createmessageformat=raw&errorformat=raw`
const good = 'password=lantern-quarry-mellow&retype=lantern-quarry-mellow'
const anew = `${raw}&username=Newt {fresh}&${good}`
const named = (name: string) => `${raw}&username=${name}&${good}`

/** Asks for a token to make accounts with, and remembers it as `{create}`. */
function fetchCreateToken(details: StepDetails = {}): Step {
  const remember = { create: 'query.tokens.createaccounttoken', ...details.remember }
  return get('action=query&meta=tokens&type=createaccount', { ...details, remember })
}

/** The answer of a failed attempt, in raw messages. */
const fails = (code: string) => ({
  createaccount: {
    status: 'FAIL',
    message: { key: code, params: [] },
    messagecode: code,
    canpreservestate: false,
  },
})
const noRight = { GroupPermissions: { __merge: { '*': { createaccount: false } } } }
const longer = (least: number) => ({
  PasswordPolicy: { __merge: { policies: { default: { MinimalPasswordLength: least } } } },
})
/** The last of several limits: the counters of the first ones may be in use. */
const twoAccounts = {
  AccountCreationThrottle: [
    { count: 0, seconds: 60 },
    { count: 0, seconds: 60 },
    { count: 2, seconds: 20 },
  ],
}
const asSven = { as: 'sven' } as const
const byMail = `${raw}&mailpassword=1`

/** `action=createaccount`: who may have which account, and what is wrong with others. */
export const createaccount: readonly Conversation[] = [
  {
    name: 'makes an account, and logs nobody in',
    steps: [
      fetchCreateToken({ remember: { session: 'cookie:session' } }),
      post(`${begin}&username=newt_{fresh} &${good}`),
      get('action=query&meta=userinfo'),
      fetchCreateToken(),
      get('action=query&list=users&ususers=Newt {fresh}&usprop=groups|editcount|rights'),
      fetchLoginToken(),
      post('action=login&lgname=Newt {fresh}&lgpassword=lantern-quarry-mellow&lgtoken={login}'),
      get('action=query&meta=userinfo&uiprop=email|realname|groups|unreadcount|hasmsg'),
      post(anew),
    ],
  },
  {
    name: 'lets who is logged in make one for somebody else, and stays with him',
    fixture: { visitors: { sven }, accounts: [sven] },
    steps: [
      fetchCreateToken(asSven),
      post(`${begin}&username=Newt {fresh}&${good}&reason=Asked by mail&format=json`, asSven),
      get('action=query&meta=userinfo', asSven),
      post(`${begin}&username=Newt {fresh} II&${good}`, asSven),
      get('action=query&list=users&ususers=Newt {fresh}|Newt {fresh} II', asSven),
    ],
  },
  {
    name: 'keeps the e-mail address and the real name if both are sent',
    steps: [
      fetchCreateToken(),
      post(`${anew}&email=newt@example.org&realname=Newton Newt`),
      fetchLoginToken(),
      post('action=login&lgname=Newt {fresh}&lgpassword=lantern-quarry-mellow&lgtoken={login}'),
      get('action=query&meta=userinfo&uiprop=email|realname'),
    ],
  },
  {
    name: 'keeps neither if one is missing',
    steps: [
      fetchCreateToken(),
      post(`${anew}&email=newt@example.org`),
      fetchLoginToken(),
      post('action=login&lgname=Newt {fresh}&lgpassword=lantern-quarry-mellow&lgtoken={login}'),
      get('action=query&meta=userinfo&uiprop=email|realname'),
    ],
  },
  {
    name: 'remembers the language in which somebody has made his own account',
    steps: [
      fetchCreateToken(),
      post(`${anew}&uselang=fr`),
      fetchLoginToken(),
      post('action=login&lgname=Newt {fresh}&lgpassword=lantern-quarry-mellow&lgtoken={login}'),
      get('action=query&meta=userinfo&uiprop=options'),
    ],
  },
  {
    name: 'says what is wrong with a name before it looks at anything else',
    steps: [
      fetchCreateToken(),
      ...[
        '',
        'A%23b',
        '192.0.2.1',
        'Talk:Newt',
        'Newt/x',
        'Newt@x',
        'Newt%3Ax',
        'MediaWiki default',
        'x'.repeat(236),
      ].map((name) => post(`${named(name)}&email=nonsense&realname=`)),
      post(`${begin}&${good}`),
      post(`${begin}&${good}&format=json`),
      post(`${raw}`),
    ],
  },
  {
    name: 'knows who has a name, however it is spelled',
    fixture: { accounts: [cora] },
    steps: [
      fetchCreateToken(),
      ...['Cora Tester', 'cora_Tester', 'User:Cora Tester', 'Cora%26%2332;Tester'].map((name) =>
        post(named(name)),
      ),
      post(`${raw}&username=${cora.name}`),
      post(`${raw}&username=${cora.name}&password=a&retype=b`),
      post(`${raw}&username=${cora.name}&${good}&email=nonsense&realname=`),
    ],
  },
  {
    name: 'says in which format why there is no account',
    fixture: { accounts: [cora] },
    steps: [
      fetchCreateToken(),
      ...['raw', 'wikitext', 'html', 'none', 'plaintext'].map((format) =>
        post(`${begin}&username=${cora.name}&${good}&createmessageformat=${format}`),
      ),
      post(`${begin}&username=${cora.name}&${good}&createmessageformat=raw&format=json`),
      post(`${begin}&username=${cora.name}&${good}&createmessageformat=raw&format=xml`),
    ],
  },
  {
    name: 'looks at the e-mail address before the passwords',
    steps: [
      fetchCreateToken(),
      ...['x', 'x@', 'a b@example.org', 'x@example..org'].map((email) =>
        post(`${raw}&username=Newt {fresh}&password=a&retype=b&email=${email}&realname=`),
      ),
      post(`${raw}&username=Newt {fresh}&password=a&retype=b&email=a@b%0A&realname=`, {
        differs: { id: 'email-line', instead: { body: fails('invalidemailaddress') } },
      }),
      post(`${raw}&username=Newt {fresh}&password=a&retype=b&email=x`),
      post(`${raw}&username=Newt {fresh}&email=x&realname=`),
    ],
  },
  {
    name: 'needs a password twice',
    steps: [
      fetchCreateToken(),
      ...[
        '',
        '&password=lantern-quarry-mellow',
        '&retype=lantern-quarry-mellow',
        '&password=&retype=',
        '&password=lantern-quarry-mellow&retype=',
      ].map((fields) => post(`${raw}&username=Newt {fresh}${fields}`)),
      post(`${raw}&username=Newt {fresh}&password=lantern-quarry-mellow&retype=lantern-quarry`),
      post(`${raw}&username=Newt {fresh}&password=password&retype=Password`),
      post(`${begin}&username=Newt {fresh}&password=a&retype=b&format=json`),
    ],
  },
  {
    name: 'has a policy for passwords, and says all that is wrong with one',
    steps: [
      fetchCreateToken(),
      post(`${raw}&username=Newt {fresh}&password=newt&retype=newt`),
      post(`${raw}&username=Newt {fresh}&password=password&retype=password`),
      post(`${raw}&username=Newt {fresh}&password=ExamplePassword&retype=ExamplePassword`),
      post(`${raw}&username=Newt {fresh}&password=${'x'.repeat(4097)}&retype=${'x'.repeat(4097)}`),
      post(`${raw}&username=Newt {fresh}&password=q7!&retype=q7!`, { config: longer(8) }),
      ...['raw', 'wikitext', 'html', 'none'].map((format) =>
        post(
          `${begin}&createmessageformat=${format}&username=Newt password {fresh}&password=password&retype=password`,
        ),
      ),
      post(`${begin}&username=Newt pass {fresh}&password=pass&retype=pass&format=json`, {
        config: longer(8),
      }),
    ],
  },
  {
    name: 'lets nobody make accounts who may not',
    fixture: { accounts: [cora, dora, sven], visitors: { dora, sven } },
    steps: [
      fetchCreateToken(),
      post(anew, { config: noRight }),
      post(`${begin}&username=Newt {fresh}&${good}`, { config: noRight }),
      post(`${raw}&${good}`, { config: noRight }),
      post(`${raw}&username=A%23b&${good}`, { config: noRight }),
      post(`${raw}&username=${cora.name}&${good}`, { config: noRight }),
      post(anew, {
        config: {
          GroupPermissions: {
            __merge: { '*': { createaccount: false }, sysop: { createaccount: false } },
          },
        },
      }),
      post(anew, {
        config: {
          GroupPermissions: {
            __merge: {
              '*': { createaccount: false },
              bot: { createaccount: true },
              bureaucrat: { createaccount: true },
              teacher: { createaccount: true },
            },
          },
        },
      }),
      fetchCreateToken({ as: 'dora' }),
      post(anew, { as: 'dora', config: noRight }),
      fetchCreateToken(asSven),
      post(anew, { ...asSven, config: noRight }),
    ],
  },
  {
    name: 'holds a bot password to its grants',
    fixture: {
      accounts: [rob],
      botPasswords: [
        robsBot,
        { ...robsBot, appId: 'maker', grants: ['basic', 'createaccount'], secret: 'maker' },
      ],
    },
    steps: [
      fetchLoginToken(),
      post(`action=login&lgname=${robsBotName}&lgpassword={secret}&lgtoken={login}`),
      fetchCreateToken(),
      post(anew),
      fetchLoginToken({ as: 'maker' }),
      post(`action=login&lgname=${rob.name}@maker&lgpassword={maker}&lgtoken={login}`, {
        as: 'maker',
      }),
      fetchCreateToken({ as: 'maker' }),
      post(anew, { as: 'maker' }),
      get('action=query&meta=userinfo', { as: 'maker' }),
    ],
  },
  {
    name: 'limits how many accounts an address gets, failed attempts included',
    fixture: { accounts: [sven], visitors: { sven } },
    steps: [
      fetchCreateToken(),
      post(`${raw}&username=Newt {fresh}`, {
        config: twoAccounts,
      }),
      ...[
        anew,
        named('Newt {fresh} II'),
        `${raw}&username=Newt {fresh} II&password=a&retype=b`,
        `${raw}&username=Newt {fresh}&${good}`,
        `${raw}&username=Newt {fresh} II&${good}&email=x&realname=`,
        `${raw}&${good}`,
        `${begin}&username=Newt {fresh} II&${good}`,
        `${begin}&createmessageformat=raw&username=Newt {fresh} II&${good}&format=xml`,
      ].map((form) =>
        post(form, {
          config: twoAccounts,
        }),
      ),
      post(named('Newt {fresh} II'), { config: { AccountCreationThrottle: [] } }),
      post(named('Newt {fresh} III'), { config: { AccountCreationThrottle: 0 } }),
      fetchCreateToken(asSven),
      post(named('Newt {fresh} IV'), {
        ...asSven,
        config: twoAccounts,
      }),
    ],
  },
  {
    name: 'reads a limit that is a number as one for a day',
    steps: [
      fetchCreateToken(),
      post(anew, { config: { AccountCreationThrottle: [{ count: 1, seconds: 20 }] } }),
      post(named('Newt {fresh} II'), { config: { AccountCreationThrottle: 1 } }),
      post(named('Newt {fresh} II'), {
        config: { AccountCreationThrottle: { count: 1, seconds: 99 } },
      }),
    ],
  },
  {
    name: 'mails a password if who makes the account for somebody else wants that',
    fixture: { accounts: [sven, cora], visitors: { sven } },
    steps: [
      fetchCreateToken(),
      post(`${byMail}&username=Newt {fresh}&email=newt@example.org&realname=`),
      fetchCreateToken(asSven),
      post(`${byMail}&username=Newt {fresh}`, asSven),
      post(`${byMail}&username=Newt {fresh}&email=newt@example.org`, asSven),
      post(`${byMail}&username=Newt {fresh}&email=&realname=`, asSven),
      post(`${byMail}&username=Newt {fresh}&password=a&retype=b`, asSven),
      post(
        `${byMail}&username=Newt {fresh}&password=a&retype=b&email=newt@example.org&realname=`,
        asSven,
      ),
      post(`${byMail}&username=${cora.name}`, asSven),
      post(`${byMail}&username=Newt {fresh}&email=nonsense&realname=`, asSven),
      post(`${byMail}&username=Newt {fresh}&email=newt@example.org&realname=`, {
        ...asSven,
        config: { EnableEmail: false },
      }),
      post(`${raw}&mailpassword=&username=Newt {fresh}&email=newt@example.org&realname=`, asSven),
      fetchLoginToken({ as: 'newt' }),
      post('action=login&lgname=Newt {fresh}&lgpassword=a&lgtoken={login}&errorformat=raw', {
        as: 'newt',
      }),
    ],
  },
  {
    name: 'reads the fields of the requests that are wanted for a new account',
    fixture: { accounts: [sven], visitors: { sven } },
    steps: [
      fetchCreateToken(),
      post(`${anew}&createrequests=MediaWiki\\Auth\\UsernameAuthenticationRequest`),
      post(`${anew}&createrequests=`),
      post(
        `${anew}&reason=because&mailpassword=1&domain=x&rememberMe=1&createusername=x&createrequests=x`,
      ),
      post(`${anew}&createrequests=MediaWiki\\Auth\\PasswordAuthenticationRequest`),
      fetchCreateToken(asSven),
      post(`${raw}&username=Newt {fresh} II&${good}&reason=`, asSven),
      post(`${anew}&email=&realname=&reason=x&mailpassword[]=1`, asSven),
    ],
  },
  {
    name: 'needs to know whether an account is begun or gone on with',
    steps: [
      fetchCreateToken(),
      post('action=createaccount&createtoken={create}'),
      post('action=createaccount&createtoken={create}&errorformat=raw'),
      post('action=createaccount&createtoken={create}&createcontinue=1'),
      post('action=createaccount&createtoken={create}&createcontinue=&format=json'),
      post(`${anew}&createcontinue=1`),
      post('action=createaccount&createtoken={create}&createreturnurl=foo&errorformat=raw'),
      post('action=createaccount&createtoken={create}&createreturnurl=//foo'),
      post('action=createaccount&createtoken={create}&createreturnurl=foo&createcontinue=1'),
      post(`${raw}&createpreservestate=1&username=A%23b`),
      post(`${raw}&createmergerequestfields=1&username=A%23b`),
    ],
  },
  {
    name: 'wants a token for making accounts, in the body',
    steps: [
      post(`action=createaccount&createreturnurl=http://x/&username=Newt {fresh}&${good}`),
      post('action=createaccount&createreturnurl=http://x/&createtoken='),
      post('action=createaccount&createreturnurl=http://x/&createtoken=%2B%5C'),
      fetchCreateToken(),
      fetchLoginToken(),
      post('action=createaccount&createreturnurl=http://x/&createtoken={login}&username=x'),
      post(anew, { as: 'another' }),
      post(`action=createaccount&createreturnurl=http://x/&${good}`, {
        query: 'createtoken={create}',
      }),
      get(`${begin}&username=Newt {fresh}`),
      get('action=createaccount'),
    ],
  },
  {
    name: 'keeps the passwords of new accounts out of addresses',
    steps: [
      fetchCreateToken(),
      post(`${anew}`, { query: 'password=x&errorformat=raw' }),
      post(`${raw}&username=Newt {fresh}`, { query: 'password=x&retype=x&errorformat=raw' }),
      post(`${begin}&createrequests=x&createmessageformat=raw`, { query: 'password=x' }),
      post(`${raw}&createcontinue=1`, { query: 'password=x' }),
      post(`${begin}&${good}`, { query: 'username=Newt {fresh}&email=newt@example.org&realname=' }),
    ],
  },
  {
    name: 'makes no account while the wiki is not to change',
    steps: [
      fetchCreateToken(),
      post(`${raw}&username=A%23b`, { config: { ReadOnly: 'moving house' } }),
      post(anew, { config: { GroupPermissions: { __merge: { '*': { writeapi: false } } } } }),
      post(anew, { headers: { 'Promise-Non-Write-API-Action': '1' } }),
      post(anew, { config: { GroupPermissions: { __merge: { '*': { read: false } } } } }),
    ],
  },
  {
    name: 'makes accounts for pages of other sites as for somebody without one',
    fixture: { accounts: [sven], visitors: { sven } },
    steps: [
      fetchCreateToken(asSven),
      post(`${anew}&reason=x`, { ...asSven, query: 'origin=*&errorformat=raw' }),
      post(named('Newt {fresh} II'), { ...asSven, query: 'origin=*', config: noRight }),
    ],
  },
  {
    name: 'is documented with the fields of a new account',
    steps: [
      ...['raw', 'wikitext'].map((format) =>
        get(`action=paraminfo&modules=createaccount&helpformat=${format}`),
      ),
      get('action=help&modules=createaccount'),
    ],
  },
]
