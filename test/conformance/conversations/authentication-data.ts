import type { AccountFixture, Conversation } from '../../../src/compare/conversation.ts'
import { cora } from '../accounts.ts'
import { fetchLoginToken, get, post } from '../steps.ts'

const chad: AccountFixture = { name: 'Chad {fresh}', password: 'amber-thistle-canoe' }
const other = 'pebble-saffron-anchor'
const passwordRequest = 'MediaWiki\\Auth\\PasswordAuthenticationRequest'
const mailedRequest = 'MediaWiki\\Auth\\TemporaryPasswordAuthenticationRequest'

const asChad = { as: 'chad' } as const
const fixture = { accounts: [chad], visitors: { chad } }
const change = 'action=changeauthenticationdata&changeauthtoken={chad.csrf}'
const changePassword = `${change}&changeauthrequest=${passwordRequest}`
const raw = `${changePassword}&errorformat=raw`
const toOther = `${changePassword}&password=${other}&retype=${other}`
const remove = 'action=removeauthenticationdata&token={chad.csrf}'
const unlink = 'action=unlinkaccount&token={chad.csrf}'
const link = 'action=linkaccount&linktoken={chad.csrf}'
const logIn = (password: string) =>
  `action=login&lgname=${chad.name}&lgpassword=${password}&lgtoken={login}&errorformat=raw`
const longer = {
  PasswordPolicy: { __merge: { policies: { default: { MinimalPasswordLength: 8 } } } },
}

const chadsBot = {
  user: chad.name,
  appId: 'sweeper',
  grants: ['basic', 'editpage'],
  secret: 'secret',
}
const logInBot = `action=login&lgname=${chad.name}@sweeper&lgpassword={secret}&lgtoken={login}`

/** The modules that change how somebody logs in. */
export const authenticationData: readonly Conversation[] = [
  {
    name: 'changes a password, and leaves sessions as they are',
    fixture,
    steps: [
      fetchLoginToken({ as: 'second' }),
      post(logIn(chad.password), { as: 'second' }),
      post(toOther, { ...asChad, remember: {} }),
      get('action=query&meta=userinfo', asChad),
      get('action=query&meta=userinfo', { as: 'second' }),
      post(toOther, asChad),
      fetchLoginToken(),
      post(logIn(chad.password)),
      post(logIn(other)),
      post(
        `${changePassword}&password=${chad.password}&retype=${chad.password}&format=json`,
        asChad,
      ),
      post(`${toOther}&format=xml`, asChad),
    ],
  },
  {
    name: 'ends bot passwords with the password, but not their sessions',
    fixture: { accounts: [chad], botPasswords: [chadsBot], visitors: { chad } },
    steps: [
      fetchLoginToken({ as: 'bot' }),
      post(logInBot, { as: 'bot' }),
      post(toOther, asChad),
      get('action=query&meta=userinfo', { as: 'bot' }),
      fetchLoginToken(),
      post(`${logInBot}&errorformat=raw`),
      post(logInBot),
    ],
  },
  {
    name: 'lets a program change the password, unless the wiki says that it cannot',
    fixture: { accounts: [chad], botPasswords: [chadsBot], visitors: { chad } },
    steps: [
      fetchLoginToken({ as: 'bot' }),
      post(logInBot, { as: 'bot' }),
      get('action=query&meta=tokens', { as: 'bot', remember: { csrf: 'query.tokens.csrftoken' } }),
      ...[{ default: false }, { default: true, ChangeCredentials: false }].map((status) =>
        post(`${raw.replace('{chad.csrf}', '{csrf}')}&password=${other}&retype=${other}`, {
          as: 'bot',
          config: { AllowSecuritySensitiveOperationIfCannotReauthenticate: status },
        }),
      ),
      post(`${remove.replace('{chad.csrf}', '{csrf}')}&request=${mailedRequest}`, {
        as: 'bot',
        config: {
          AllowSecuritySensitiveOperationIfCannotReauthenticate: {
            default: true,
            RemoveCredentials: false,
          },
        },
      }),
      post(`action=linkaccount&linktoken={csrf}&linkreturnurl=http://x/&errorformat=raw`, {
        as: 'bot',
        config: { AllowSecuritySensitiveOperationIfCannotReauthenticate: { default: false } },
      }),
      post(toOther.replace('{chad.csrf}', '{csrf}'), {
        as: 'bot',
        config: {
          AllowSecuritySensitiveOperationIfCannotReauthenticate: {
            default: false,
            ChangeCredentials: true,
          },
        },
      }),
      get('action=query&meta=userinfo', { as: 'bot' }),
    ],
  },
  {
    name: 'says what is wrong with the new password',
    fixture,
    steps: [
      post(`${raw}&password=a&retype=b`, asChad),
      post(`${raw}&password=password&retype=Password`, asChad),
      post(`${raw}&password=password&retype=password`, asChad),
      post(`${raw}&password=chad&retype=chad`, asChad),
      post(`${raw}&password=ExamplePassword&retype=ExamplePassword`, asChad),
      post(`${raw}&password=${'x'.repeat(4097)}&retype=${'x'.repeat(4097)}`, asChad),
      post(`${raw}&password=q7!&retype=q7!`, { ...asChad, config: longer }),
      post(`${changePassword}&password=a&retype=b`, asChad),
      post(`${changePassword}&password=password&retype=password&format=json`, asChad),
      fetchLoginToken(),
      post(logIn(chad.password)),
    ],
  },
  {
    name: 'says all that is wrong with it, or the first of it',
    fixture,
    steps: [
      ...['raw', 'bc', 'plaintext', 'wikitext', 'html', 'none'].map((format) =>
        post(`${changePassword}&errorformat=${format}&password=chad&retype=chad`, {
          ...asChad,
          config: longer,
        }),
      ),
      ...['bc', 'raw', 'html'].map((format) =>
        post(`${changePassword}&errorformat=${format}&password=chad&retype=chad&format=json`, {
          ...asChad,
          config: longer,
        }),
      ),
      ...['bc', 'raw'].map((format) =>
        post(`${changePassword}&errorformat=${format}&password=chad&retype=chad&format=xml`, {
          ...asChad,
          config: longer,
        }),
      ),
    ],
  },
  {
    name: 'wants to know what to change, and needs all of it',
    fixture,
    steps: [
      post(`${change}&errorformat=raw`, asChad),
      post(change, asChad),
      post(`${change}&changeauthrequest=&errorformat=raw`, asChad),
      post(`${change}&changeauthrequest=nonsense&password=${other}&retype=${other}`, asChad),
      post(`${change}&changeauthrequest=nonsense&password=${other}&format=json`, asChad),
      ...['', '&password=a', '&retype=a', '&password=&retype='].map((fields) =>
        post(`${raw}${fields}`, asChad),
      ),
      post(
        `${raw}&password=${other}&retype=${other}&username=${cora.name}&changeauthpassword=x`,
        asChad,
      ),
    ],
  },
  {
    name: 'lets nobody change what the wiki keeps to itself',
    fixture,
    steps: [
      post(`${change}&changeauthrequest=${mailedRequest}&mailpassword=1&errorformat=raw`, asChad),
      post(`${change}&changeauthrequest=${mailedRequest}&mailpassword=1&errorformat=raw`, {
        ...asChad,
        config: { ChangeCredentialsBlacklist: [] },
      }),
      post(`${change}&changeauthrequest=${mailedRequest}&errorformat=raw`, {
        ...asChad,
        config: { ChangeCredentialsBlacklist: [] },
      }),
      post(`${change}&changeauthrequest=${mailedRequest}&mailpassword=1&errorformat=raw`, {
        ...asChad,
        config: { ChangeCredentialsBlacklist: [], EnableEmail: false },
      }),
      post(toOther, { ...asChad, config: { ChangeCredentialsBlacklist: [passwordRequest] } }),
      fetchLoginToken(),
      post(logIn(chad.password)),
    ],
  },
  {
    name: 'removes passwords by mail, and with them bot passwords',
    fixture: { accounts: [chad], botPasswords: [chadsBot], visitors: { chad } },
    steps: [
      post(`${remove}&request=${passwordRequest}`, asChad),
      post(`${remove}&request=${passwordRequest}&errorformat=raw`, asChad),
      post(`${remove}&request=nonsense&errorformat=raw`, asChad),
      post(`${remove}&request=&errorformat=raw`, asChad),
      post(`${remove}&errorformat=raw`, asChad),
      post(`${remove}&request=${mailedRequest}&errorformat=raw`, {
        ...asChad,
        config: { RemoveCredentialsBlacklist: [mailedRequest] },
      }),
      fetchLoginToken(),
      post(logInBot),
      post(`${remove}&request=${mailedRequest}`, asChad),
      post(`${remove}&request=${mailedRequest}&mailpassword=1&format=json`, asChad),
      fetchLoginToken(),
      post(`${logInBot}&errorformat=raw`),
    ],
  },
  {
    name: 'lets somebody do without a password where the wiki allows it',
    fixture,
    steps: [
      post(`${remove}&request=${passwordRequest}`, {
        ...asChad,
        config: { RemoveCredentialsBlacklist: [] },
      }),
      get('action=query&meta=userinfo', asChad),
      fetchLoginToken(),
      post(logIn(chad.password)),
      post(toOther, asChad),
      post(logIn(other)),
    ],
  },
  {
    name: 'unlinks what is linked, which is nothing',
    fixture,
    steps: [
      ...[mailedRequest, passwordRequest, 'nonsense', ''].map((request) =>
        post(`${unlink}&request=${request}&errorformat=raw`, asChad),
      ),
      post(unlink, asChad),
      post(`${unlink}&request=nonsense`, { ...asChad, config: { RemoveCredentialsBlacklist: [] } }),
    ],
  },
  {
    name: 'links no accounts, since there is nothing to link them to',
    fixture,
    steps: [
      post(`${link}&linkreturnurl=http://x/`, asChad),
      ...['raw', 'html', 'none'].map((format) =>
        post(`${link}&linkreturnurl=http://x/&linkmessageformat=${format}`, asChad),
      ),
      post(`${link}&linkcontinue=1&linkmessageformat=raw&format=json`, asChad),
      post(`${link}&linkreturnurl=http://x/&format=xml&linkmessageformat=none`, asChad),
      post(link, asChad),
      post(`${link}&errorformat=raw`, asChad),
      post(`${link}&linkreturnurl=foo&errorformat=raw`, asChad),
      post(
        `${link}&linkreturnurl=http://x/&linkpreservestate=1&username=x&errorformat=raw`,
        asChad,
      ),
      post(`${link}&linkreturnurl=http://x/&linkrequests=x`, { ...asChad, query: 'password=x' }),
    ],
  },
  {
    name: 'asks for a new login first where the last one is too long ago',
    fixture,
    steps: [
      // Time has to pass for that; a session that a browser is remembered by has no login at all.
      get('action=query&meta=userinfo', { ...asChad, cookies: { session: null } }),
      get('action=query&meta=tokens', { ...asChad, remember: { csrf: 'query.tokens.csrftoken' } }),
      ...[
        `${raw}&password=a&retype=b`,
        `${toOther}&format=json`,
        `${remove}&request=nonsense`,
        `${unlink}&request=nonsense&errorformat=raw`,
        `${link}&linkreturnurl=http://x/`,
        `${link}&linkreturnurl=foo`,
      ].map((form) => post(form.replace('{chad.csrf}', '{csrf}'), asChad)),
      post(`${raw.replace('{chad.csrf}', '{csrf}')}&password=a&retype=b`, {
        ...asChad,
        config: { ReauthenticateTime: { default: -1 } },
      }),
      post(`${raw.replace('{chad.csrf}', '{csrf}')}&password=a&retype=b`, {
        ...asChad,
        config: { ReauthenticateTime: { default: 3600, ChangeCredentials: -1 } },
      }),
      post(`${remove.replace('{chad.csrf}', '{csrf}')}&request=nonsense&errorformat=raw`, {
        ...asChad,
        config: { ReauthenticateTime: { default: -1, RemoveCredentials: 0 } },
      }),
      fetchLoginToken(asChad),
      post(logIn(chad.password), asChad),
      get('action=query&meta=tokens', { ...asChad, remember: { csrf: 'query.tokens.csrftoken' } }),
      post(toOther.replace('{chad.csrf}', '{csrf}'), asChad),
    ],
  },
  {
    name: 'is for who has logged in',
    steps: [
      ...['', '&errorformat=raw', '&errorformat=none', '&format=json'].map((format) =>
        post(`action=changeauthenticationdata&changeauthtoken=%2B%5C&changeauthrequest=x${format}`),
      ),
      ...['removeauthenticationdata', 'unlinkaccount'].flatMap((action) =>
        ['', '&errorformat=raw'].map((format) =>
          post(`action=${action}&token=%2B%5C&request=x${format}`),
        ),
      ),
      post('action=linkaccount&linktoken=%2B%5C'),
      post('action=linkaccount&linktoken=%2B%5C&linkreturnurl=foo&errorformat=raw'),
    ],
  },
  {
    name: 'wants a token, in the body',
    fixture,
    steps: [
      post('action=changeauthenticationdata&changeauthrequest=x', asChad),
      post('action=changeauthenticationdata&changeauthrequest=x&changeauthtoken=%2B%5C', asChad),
      post('action=changeauthenticationdata&changeauthtoken=x', asChad),
      post('action=changeauthenticationdata&changeauthrequest=x&token={chad.csrf}', asChad),
      post('action=changeauthenticationdata&changeauthrequest=x', {
        ...asChad,
        query: 'changeauthtoken={chad.csrf}',
      }),
      get(`${toOther}`, asChad),
      post('action=removeauthenticationdata&request=x&token=x', asChad),
      post('action=unlinkaccount&request=x&token=x', asChad),
      post('action=linkaccount&linktoken=x', asChad),
      get('action=removeauthenticationdata&request=x', asChad),
    ],
  },
  {
    name: 'keeps passwords out of addresses',
    fixture,
    steps: [
      post(`${raw}&retype=x`, { ...asChad, query: 'password=x&errorformat=raw' }),
      post(raw, { ...asChad, query: 'password=x&retype=x&errorformat=raw' }),
      post(`${change}&changeauthrequest=nonsense&errorformat=raw`, {
        ...asChad,
        query: 'password=x',
      }),
    ],
  },
  {
    name: 'changes nothing while the wiki is not to change',
    fixture,
    steps: [
      post(`${raw}&password=a&retype=b`, { ...asChad, config: { ReadOnly: 'moving house' } }),
      post(`${remove}&request=nonsense`, { ...asChad, config: { ReadOnly: 'moving house' } }),
      post(`${link}`, {
        ...asChad,
        config: {
          GroupPermissions: { __merge: { '*': { writeapi: false }, user: { writeapi: false } } },
        },
      }),
      post(`${raw}&password=a&retype=b`, {
        ...asChad,
        config: {
          GroupPermissions: { __merge: { '*': { read: false }, user: { read: false } } },
        },
      }),
      post(`${link}&linkreturnurl=http://x/&linkmessageformat=raw`, {
        ...asChad,
        config: {
          GroupPermissions: { __merge: { '*': { read: false }, user: { read: false } } },
        },
      }),
      post(`${toOther}`, { ...asChad, query: 'origin=*' }),
    ],
  },
  {
    name: 'is documented with what it reads',
    steps: [
      get(
        'action=paraminfo&modules=changeauthenticationdata|removeauthenticationdata|unlinkaccount|linkaccount&helpformat=raw',
      ),
      get('action=help&modules=changeauthenticationdata|linkaccount'),
    ],
  },
]
