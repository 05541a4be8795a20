import type { Conversation, Step } from '../../../src/compare/conversation.ts'
import { fetchLoginToken, get, post } from '../steps.ts'

const begin = 'action=clientlogin&loginreturnurl=http://127.0.0.1/&logintoken={login}'
const goOn = 'action=clientlogin&logincontinue=1&logintoken={login}'
const password = 'lantern-probe-word'

/** Somebody of this conversation alone: passwords are changed. */
const account = { name: 'Resetting {fresh}', password }
const asResetting = `${begin}&username=Resetting {fresh}&password=${password}`

const policy = (rules: object) => ({
  PasswordPolicy: { __merge: { policies: { default: rules } } },
})
const soft = policy({ MinimalPasswordLength: { value: 30, suggestChangeOnLogin: true } })
const hard = policy({
  MinimalPasswordLength: { value: 30, suggestChangeOnLogin: true, forceChange: true },
})
const silent = policy({ MinimalPasswordLength: { value: 30 } })
const long = 'a-lantern-probe-word-of-many-letters'

/** Changes the password to what it is, so that it has expired since yesterday. */
const expire: readonly Step[] = [
  fetchLoginToken({ as: 'expirer' }),
  post(asResetting, { as: 'expirer', config: soft }),
  post(`${goOn}&password=${password}&retype=${password}`, {
    as: 'expirer',
    config: { PasswordExpirationDays: -1 },
  }),
]

/** `action=clientlogin` where another password has to be chosen before it is complete. */
export const resetPassword: readonly Conversation[] = [
  {
    name: 'asks for another password where the policy has changed, and takes a no',
    fixture: { accounts: [account] },
    steps: [
      fetchLoginToken(),
      post(asResetting, { config: soft }),
      get('action=query&meta=userinfo'),
      get('action=query&meta=authmanagerinfo&amirequestsfor=login-continue'),
      get('action=query&meta=authmanagerinfo&amirequestsfor=login-continue', { as: 'another' }),
      post(`${goOn}&skipReset=1`),
      get('action=query&meta=userinfo'),
      get('action=query&meta=authmanagerinfo&amirequestsfor=login-continue'),
    ],
  },
  ...['raw', 'html', 'wikitext', 'none'].map(
    (format): Conversation => ({
      name: `asks for another password, with messages as ${format}`,
      fixture: { accounts: [account] },
      steps: [
        fetchLoginToken(),
        post(`${asResetting}&loginmessageformat=${format}`, { config: soft }),
        post(`${asResetting}&loginmessageformat=${format}&format=json&loginmergerequestfields=1`, {
          config: soft,
        }),
        post(`${goOn}&loginmessageformat=${format}`),
        post(`${goOn}&loginmessageformat=${format}&loginmergerequestfields=1&uselang=fr`),
        post(`${asResetting}&loginmessageformat=${format}`, { config: hard }),
        post(`${goOn}&loginmessageformat=${format}&loginmergerequestfields=1`),
      ],
    }),
  ),
  {
    name: 'spells what it asks in XML and for PHP',
    fixture: { accounts: [account] },
    steps: [
      fetchLoginToken(),
      post(`${asResetting}&loginmessageformat=none&format=xml`, { config: soft, compare: 'text' }),
      post(`${goOn}&loginmessageformat=none&format=php`, { compare: 'text' }),
      post(`${goOn}&loginmessageformat=none&format=xml&loginmergerequestfields=1`, {
        compare: 'text',
      }),
    ],
  },
  {
    name: 'insists on another password where the policy does',
    fixture: { accounts: [account] },
    steps: [
      fetchLoginToken(),
      post(asResetting, { config: hard }),
      post(`${goOn}&skipReset=1`, { config: hard }),
      post(`${goOn}&password=${password}&retype=${password}&loginmessageformat=raw`, {
        config: hard,
      }),
      post(`${goOn}&password=${long}&retype=${long}`, { config: hard }),
      get('action=query&meta=userinfo'),
      fetchLoginToken({ as: 'later' }),
      post(`${asResetting}&loginmessageformat=raw`, { as: 'later' }),
      post(`${begin}&username=Resetting {fresh}&password=${long}`, { as: 'later', config: hard }),
    ],
  },
  {
    name: 'asks again until the answer will do',
    fixture: { accounts: [account] },
    steps: [
      fetchLoginToken(),
      post(asResetting, { config: soft }),
      ...[
        '',
        `&password=${long}`,
        `&retype=${long}`,
        '&password=&retype=',
        `&password=${long}&retype=other`,
        '&password=short&retype=short',
        '&password=Resetting&retype=Resetting',
        '&password=ExamplePassword&retype=ExamplePassword',
        `&password=${'x'.repeat(4097)}&retype=${'x'.repeat(4097)}`,
        `&username=Resetting {fresh}&password=${long}`,
        '&skipReset_x=1&skipReset_y=2',
      ].map((answer) => post(`${goOn}&loginmessageformat=raw${answer}`, { config: soft })),
      post(`${goOn}&loginmessageformat=raw&password=password&retype=password`),
      post(`${goOn}&password=Resetting&retype=Resetting&loginmessageformat=html`, { config: soft }),
      post(`${goOn}&password=Resetting&retype=Resetting&format=json`, { config: soft }),
      get('action=query&meta=userinfo'),
      post(`${goOn}&password=${long}&retype=${long}&skipReset=`),
      get('action=query&meta=userinfo'),
    ],
  },
  {
    name: 'takes the same password again if it will do now',
    fixture: { accounts: [account] },
    steps: [
      fetchLoginToken(),
      post(`${asResetting}&rememberMe=1`, { config: soft }),
      post(`${goOn}&password=${password}&retype=${password}`),
      get('action=query&meta=userinfo'),
    ],
  },
  {
    name: 'keeps to what was said about remembering at the beginning',
    fixture: { accounts: [account] },
    steps: [
      fetchLoginToken(),
      post(`${asResetting}&rememberMe=1`, { config: soft }),
      post(`${goOn}&skipReset=1`),
      fetchLoginToken({ as: 'another' }),
      post(asResetting, { as: 'another', config: soft }),
      post(`${goOn}&skipReset=1&rememberMe=1`, { as: 'another' }),
    ],
  },
  {
    name: 'asks for a token at each step, and goes on in the same session only',
    fixture: { accounts: [account] },
    steps: [
      fetchLoginToken(),
      post(asResetting, { config: soft }),
      post('action=clientlogin&logincontinue=1&skipReset=1'),
      post('action=clientlogin&logincontinue=1&skipReset=1&logintoken=%2B%5C'),
      fetchLoginToken({ as: 'another', remember: { other: 'query.tokens.logintoken' } }),
      post('action=clientlogin&logincontinue=1&skipReset=1&logintoken={other}', {
        as: 'another',
      }),
      post(`${goOn}&skipReset=1`, { query: `password=x&errorformat=raw` }),
      post(`${goOn}&skipReset=1`, { config: { ReadOnly: 'moving house' } }),
      post(`${goOn}&skipReset=1`),
      post(`${goOn}&skipReset=1&loginmessageformat=raw`),
    ],
  },
  {
    name: 'reads the answers to the requests that are wanted, and no others',
    fixture: { accounts: [account] },
    steps: [
      fetchLoginToken(),
      post(`${asResetting}&loginmessageformat=none`, { config: soft }),
      post(
        `${goOn}&skipReset=1&loginmessageformat=none&loginrequests=MediaWiki\\Auth\\PasswordAuthenticationRequest`,
      ),
      post(
        `${goOn}&skipReset=1&loginrequests=MediaWiki\\Auth\\ButtonAuthenticationRequest:skipReset`,
      ),
    ],
  },
  {
    name: 'forgets what it has asked when somebody begins anew',
    fixture: { accounts: [account] },
    steps: [
      fetchLoginToken(),
      post(`${asResetting}&loginmessageformat=none`, { config: soft }),
      post(`${begin}&username=Resetting {fresh}&password=wrong&loginmessageformat=none`),
      post(`${goOn}&skipReset=1&loginmessageformat=raw`),
      post(`${asResetting}&loginmessageformat=none`, { config: soft }),
      post(`${begin}&loginmessageformat=none`),
      post(`${goOn}&skipReset=1&loginmessageformat=raw`),
      post(`${asResetting}&loginmessageformat=none`, { config: soft }),
      post(`${begin}&loginmessageformat=none&username=Resetting {fresh}&password=${password}`),
      get('action=query&meta=userinfo'),
    ],
  },
  {
    name: 'asks for another password once it has expired, and insists after a while',
    fixture: { accounts: [account] },
    steps: [
      ...expire,
      fetchLoginToken(),
      post(`${asResetting}&loginmessageformat=raw`),
      post(`${goOn}&skipReset=1`),
      fetchLoginToken(),
      post(`${asResetting}&loginmessageformat=raw`, { config: { PasswordExpireGrace: 0 } }),
      post(`${goOn}&skipReset=1&loginmessageformat=none`),
      post(`${asResetting}&loginmessageformat=raw`, { config: soft }),
      post(`${asResetting}&loginmessageformat=raw`, {
        config: { ...hard, PasswordExpireGrace: 0, InvalidPasswordReset: false },
      }),
      post(`${goOn}&password=${password}&retype=${password}`, {
        config: { PasswordExpirationDays: 1 },
      }),
      fetchLoginToken(),
      post(asResetting),
    ],
  },
  {
    name: 'asks nothing where the policy says nothing of logins, or the wiki does not want it',
    fixture: { accounts: [account] },
    steps: [
      fetchLoginToken(),
      post(asResetting, { config: silent }),
      fetchLoginToken(),
      post(asResetting, { config: { ...soft, InvalidPasswordReset: false } }),
      fetchLoginToken(),
      post(asResetting, { config: { ...hard, InvalidPasswordReset: false } }),
    ],
  },
  {
    name: 'says all that is wrong with a password that nobody can log in with',
    fixture: { accounts: [account] },
    steps: [
      fetchLoginToken(),
      ...['raw', 'html', 'wikitext', 'none'].map((format) =>
        post(`${asResetting}&loginmessageformat=${format}`, {
          config: policy({ MinimalPasswordLength: 30, MinimumPasswordLengthToLogin: 40 }),
        }),
      ),
      ...['bc', 'raw', 'html', 'plaintext', 'wikitext', 'none'].map((format) =>
        post(
          `action=login&lgname=Resetting {fresh}&lgpassword=${password}&lgtoken={login}&errorformat=${format}`,
          { config: policy({ MinimalPasswordLength: 30, MinimumPasswordLengthToLogin: 40 }) },
        ),
      ),
    ],
  },
  {
    name: 'is nothing that action=login can do',
    fixture: { accounts: [account] },
    steps: [
      fetchLoginToken(),
      post(
        `action=login&lgname=Resetting {fresh}&lgpassword=${password}&lgtoken={login}&errorformat=raw`,
        { config: soft },
      ),
      post(`${goOn}&skipReset=1&loginmessageformat=raw`),
      get('action=query&meta=userinfo'),
    ],
  },
]
