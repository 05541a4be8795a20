import type { Conversation } from '../../../src/compare/conversation.ts'
import { cora, rob, robsBot, robsBotName } from '../accounts.ts'
import { fetchLoginToken, get, post } from '../steps.ts'

const ask = 'action=query&meta=authmanagerinfo'
const actions = [
  'login',
  'login-continue',
  'create',
  'create-continue',
  'link',
  'link-continue',
  'change',
  'remove',
  'unlink',
]
const loggedIn = { visitors: { '': cora }, accounts: [cora] }

/** `meta=authmanagerinfo`: what logging in and the like asks for. */
export const authmanagerinfo: readonly Conversation[] = [
  {
    name: 'says what can be done at all',
    steps: [get(ask), get(`${ask}&format=json`), get(`${ask}&format=xml`, { compare: 'text' })],
  },
  {
    name: 'lists what each action asks of who is not logged in',
    steps: actions.map((action) => get(`${ask}&amirequestsfor=${action}&amimessageformat=raw`)),
  },
  {
    name: 'lists what each action asks of who is logged in',
    fixture: loggedIn,
    steps: actions.map((action) => get(`${ask}&amirequestsfor=${action}&amimessageformat=raw`)),
  },
  {
    name: 'spells messages as they are wanted, and fields of all requests together',
    steps: [
      ...['html', 'wikitext', 'raw', 'none'].flatMap((format) => [
        get(`${ask}&amirequestsfor=login&amimessageformat=${format}`),
        get(`${ask}&amirequestsfor=login&amimessageformat=${format}&amimergerequestfields=1`),
        get(
          `${ask}&amirequestsfor=login&amimessageformat=${format}&amimergerequestfields=&format=json`,
        ),
      ]),
      get(`${ask}&amirequestsfor=login&uselang=fr`),
      get(`${ask}&amirequestsfor=login&format=json`),
      get(`${ask}&amirequestsfor=login&amimessageformat=none&format=xml`, { compare: 'text' }),
      get(`${ask}&amirequestsfor=login&amimessageformat=raw&format=xml`, { compare: 'text' }),
      get(`${ask}&amirequestsfor=login&amimessageformat=none&format=php`, { compare: 'text' }),
      get(`${ask}&amirequestsfor=login&amimessageformat=none&amimergerequestfields=1&format=xml`, {
        compare: 'text',
      }),
    ],
  },
  {
    name: 'merges the fields of making an account',
    fixture: loggedIn,
    steps: [
      get(`${ask}&amirequestsfor=create&amimergerequestfields=1&amimessageformat=none`),
      get(`${ask}&amirequestsfor=create&amimergerequestfields=1&amimessageformat=raw`, {
        as: 'nobody',
      }),
      get(`${ask}&amirequestsfor=change&amimergerequestfields=1&amimessageformat=none`),
      get(`${ask}&amirequestsfor=remove&amimergerequestfields=1&amimessageformat=none`),
      get(`${ask}&amirequestsfor=link&amimergerequestfields=1`),
      get(`${ask}&amirequestsfor=link&amimergerequestfields=1&format=json`),
    ],
  },
  {
    name: 'says whether somebody has logged in recently enough',
    fixture: loggedIn,
    steps: [
      get(`${ask}&amisecuritysensitiveoperation=anything`),
      get(`${ask}&amisecuritysensitiveoperation=`),
      get(`${ask}&amisecuritysensitiveoperation=x`, {
        config: { ReauthenticateTime: { default: -1 } },
      }),
      get(`${ask}&amisecuritysensitiveoperation=x&amirequestsfor=link`),
      get(`${ask}&amisecuritysensitiveoperation=anything`, { as: 'nobody' }),
      get(`${ask}&amisecuritysensitiveoperation=`, { as: 'nobody' }),
      get(`${ask}&amisecuritysensitiveoperation=x`, {
        as: 'nobody',
        config: { ReauthenticateTime: { default: -1 } },
      }),
    ],
  },
  {
    name: 'does not take for a new login that a browser was remembered',
    fixture: { accounts: [cora] },
    steps: [
      fetchLoginToken(),
      post(
        `action=clientlogin&loginreturnurl=http://x/&logintoken={login}&username=${cora.name}&password=${cora.password}&rememberMe=1`,
      ),
      get(`${ask}&amisecuritysensitiveoperation=x`),
      get(`${ask}&amisecuritysensitiveoperation=x`, { cookies: { session: null } }),
      get(`${ask}&amisecuritysensitiveoperation=x`, {
        config: { ReauthenticateTime: { default: 3600, x: -1 } },
      }),
    ],
  },
  {
    name: 'knows that a program cannot become somebody else',
    fixture: { accounts: [rob], botPasswords: [robsBot] },
    steps: [
      fetchLoginToken(),
      post(`action=login&lgname=${robsBotName}&lgpassword={secret}&lgtoken={login}`),
      get(`${ask}&amisecuritysensitiveoperation=x`),
      get(`${ask}&amisecuritysensitiveoperation=x&format=json`),
      get(`${ask}&amisecuritysensitiveoperation=x`, {
        config: { AllowSecuritySensitiveOperationIfCannotReauthenticate: { default: false } },
      }),
      get(`${ask}&amisecuritysensitiveoperation=x`, {
        config: {
          AllowSecuritySensitiveOperationIfCannotReauthenticate: { default: false, x: true },
        },
      }),
      ...['login', 'change', 'remove'].map((action) =>
        get(`${ask}&amirequestsfor=${action}&amimessageformat=raw`),
      ),
      get(`${ask}&amirequestsfor=login&amimessageformat=none&amimergerequestfields=1`),
    ],
  },
  {
    name: 'offers to remember a login where the wiki remembers any',
    steps: [
      get(`${ask}&amirequestsfor=login&amimessageformat=raw`, {
        config: { ExtendedLoginCookieExpiration: 86_401 },
      }),
      get(`${ask}&amirequestsfor=login&amimessageformat=raw`, {
        config: { ExtendedLoginCookieExpiration: null, CookieExpiration: 86_400 },
      }),
      get(`${ask}&amirequestsfor=login&amimessageformat=raw`, {
        config: { ExtendedLoginCookieExpiration: 0 },
      }),
    ],
  },
  {
    name: 'refuses what it does not know',
    steps: [
      ...['', 'x', 'login|create', 'Login'].map((action) =>
        get(`${ask}&amirequestsfor=${action}&errorformat=raw`),
      ),
      get(`${ask}&amirequestsfor=login&amimessageformat=x&errorformat=raw`),
      get(`${ask}&amirequestsfor=login&amirequests=x`),
    ],
  },
  {
    name: 'tells everybody, also where pages of other sites ask',
    fixture: loggedIn,
    steps: [
      get(ask, {
        as: 'nobody',
        config: { GroupPermissions: { __merge: { '*': { read: false } } } },
      }),
      get(`${ask}&amirequestsfor=login&amimessageformat=raw&origin=*`),
      get(`${ask}&amirequestsfor=change&amimessageformat=raw&origin=*`),
      get(`${ask}&amisecuritysensitiveoperation=x&origin=*`),
      get(`${ask}&amirequestsfor=login&amimessageformat=none&maxage=60&smaxage=60`, {
        as: 'nobody',
      }),
    ],
  },
  {
    name: 'is documented with the parameters that it shares',
    steps: [
      get('action=paraminfo&modules=query%2Bauthmanagerinfo'),
      get('action=paraminfo&modules=query%2Bauthmanagerinfo&helpformat=raw'),
      get('action=help&modules=query%2Bauthmanagerinfo'),
    ],
  },
]
