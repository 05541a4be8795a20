import type { Conversation } from '../../../src/compare/conversation.ts'
import { bert, bertsBlock, cora, dora } from '../accounts.ts'
import { fetchLoginToken, get, post } from '../steps.ts'

const asCora = `action=login&lgname=${cora.name}&lgpassword=${cora.password}`
const asBert = `action=login&lgname=${bert.name}&lgpassword=${bert.password}`
const asDora = `action=login&lgname=${dora.name}&lgpassword=${dora.password}`

/** `action=login` with the password of an account. */
export const loginMain: readonly Conversation[] = [
  {
    name: 'logs an account in, remembers it, and says that there is a better way',
    fixture: { accounts: [cora] },
    steps: [
      fetchLoginToken(),
      post(`${asCora}&lgtoken={login}`),
      get('action=query&meta=userinfo'),
      get(`action=query&assertuser=${cora.name}`),
    ],
  },
  {
    name: 'says the same in version 1, and as raw messages',
    fixture: { accounts: [cora] },
    steps: [
      fetchLoginToken(),
      post(`${asCora}&lgtoken={login}&format=json`),
      fetchLoginToken({ as: 'another' }),
      post(`${asCora}&lgtoken={login}&errorformat=raw`, { as: 'another' }),
    ],
  },
  {
    name: 'hands out a token to whoever comes without one',
    fixture: { accounts: [cora] },
    steps: [
      post(asCora, { remember: { login: 'login.token' } }),
      post(asCora),
      post(`${asCora}&lgtoken=`),
      post(`${asCora}&format=json`),
      post(`${asCora}&errorformat=raw`),
      post('action=login'),
      post(`${asCora}&lgtoken={login}`),
    ],
  },
  {
    name: 'finds a session lost that never asked for a token',
    fixture: { accounts: [cora] },
    steps: [
      post(`${asCora}&lgtoken=nonsense`),
      post(`${asCora}&lgtoken=nonsense&errorformat=raw`),
      post(`${asCora}&lgtoken=nonsense&errorformat=plaintext`),
      post(`${asCora}&lgtoken=nonsense&errorformat=html`),
      post(`${asCora}&lgtoken=nonsense&errorformat=none`),
      post(`${asCora}&lgtoken=nonsense&format=json`),
      post(`${asCora}&lgtoken=%2B%5C`),
      post('action=login&lgtoken=nonsense&errorformat=raw'),
    ],
  },
  {
    name: 'refuses the token of another session, or of another kind',
    fixture: { accounts: [cora] },
    steps: [
      fetchLoginToken(),
      fetchLoginToken({ as: 'another', remember: { theirs: 'query.tokens.logintoken' } }),
      post(`${asCora}&lgtoken={theirs}`, { as: 'third', remember: {} }),
      post(`${asCora}&lgtoken=nonsense`),
      post(`${asCora}&lgtoken=nonsense&format=json`),
      post(`${asCora}&lgtoken=%2B%5C`),
      post(`${asCora}&lgtoken={!login}`),
      get('action=query&meta=userinfo'),
      post(`${asCora}&lgtoken={login}`, { as: 'another' }),
    ],
  },
  {
    name: 'refuses a wrong password and an unknown name alike',
    fixture: { accounts: [cora] },
    steps: [
      fetchLoginToken(),
      post(`action=login&lgname=${cora.name}&lgpassword=wrong&lgtoken={login}`),
      post(`action=login&lgname=${cora.name}&lgpassword=wrong&lgtoken={login}&errorformat=raw`),
      post(`action=login&lgname=Nobody Atall&lgpassword=wrong&lgtoken={login}`),
      post(`action=login&lgname=Nobody Atall&lgpassword=wrong&lgtoken={login}&errorformat=raw`),
      post(
        `action=login&lgname=${cora.name}&lgpassword=wrong&lgtoken={login}&errorformat=plaintext`,
      ),
      post(
        `action=login&lgname=${cora.name}&lgpassword=wrong&lgtoken={login}&errorformat=wikitext`,
      ),
      post(`action=login&lgname=${cora.name}&lgpassword=wrong&lgtoken={login}&errorformat=html`),
      post(`action=login&lgname=${cora.name}&lgpassword=wrong&lgtoken={login}&errorformat=none`),
      post(
        `action=login&lgname=${cora.name}&lgpassword=wrong&lgtoken={login}&errorformat=html&format=json`,
      ),
      post(`${asCora}&lgtoken={login}`),
    ],
  },
  {
    name: 'knows that nobody can be meant without a name or a password',
    fixture: { accounts: [cora] },
    steps: [
      fetchLoginToken(),
      post('action=login&lgtoken={login}&errorformat=raw'),
      post('action=login&lgname=&lgpassword=&lgtoken={login}&errorformat=raw'),
      post(`action=login&lgname=${cora.name}&lgtoken={login}&errorformat=raw`),
      post(`action=login&lgname=${cora.name}&lgpassword=&lgtoken={login}&errorformat=raw`),
      post(`action=login&lgpassword=${cora.password}&lgtoken={login}&errorformat=raw`),
      post('action=login&lgname=A%23b&lgpassword=x&lgtoken={login}&errorformat=raw'),
      post('action=login&lgname=192.0.2.1&lgpassword=x&lgtoken={login}&errorformat=raw'),
      post('action=login&lgname=Talk:Cora&lgpassword=x&lgtoken={login}&errorformat=raw'),
      post('action=login&lgname=Cora/x&lgpassword=x&lgtoken={login}&errorformat=raw'),
      post('action=login&lgname=:Cora&lgpassword=x&lgtoken={login}&errorformat=raw'),
      post('action=login&lgname=Co%256fra&lgpassword=x&lgtoken={login}&errorformat=raw'),
      post('action=login&lgname=Cora%3Cb%3E&lgpassword=x&lgtoken={login}&errorformat=raw'),
      post('action=login&lgname=MediaWiki default&lgpassword=x&lgtoken={login}&errorformat=raw'),
      post(
        `action=login&lgname=${cora.name}&lgpassword=${'x'.repeat(4097)}&lgtoken={login}&errorformat=raw`,
      ),
      post(
        `action=login&lgname=${cora.name}&lgpassword=${'x'.repeat(4096)}&lgtoken={login}&errorformat=raw`,
      ),
      post(`action=login&lgname=${'x'.repeat(256)}&lgpassword=x&lgtoken={login}&errorformat=raw`),
    ],
  },
  ...[
    'cora Tester',
    'Cora_Tester',
    '_Cora Tester',
    'Cora__Tester ',
    'User:Cora Tester',
    'user:cora_Tester',
    'Cora Tester%E2%80%8E',
    '%C2%A0Cora%C2%A0Tester',
    'Cora%26%2332;Tester',
  ].map(
    (name): Conversation => ({
      name: `takes "${name}" for the name of the account "Cora Tester"`,
      fixture: { accounts: [cora] },
      steps: [
        fetchLoginToken(),
        post(`action=login&lgname=${name}&lgpassword=${cora.password}&lgtoken={login}`),
      ],
    }),
  ),
  {
    name: 'takes other spellings for other names',
    fixture: { accounts: [cora] },
    steps: [
      fetchLoginToken(),
      post(
        `action=login&lgname=CORA TESTER&lgpassword=${cora.password}&lgtoken={login}&errorformat=raw`,
      ),
      post(
        `action=login&lgname=CoraTester&lgpassword=${cora.password}&lgtoken={login}&errorformat=raw`,
      ),
    ],
  },
  {
    name: 'wants to be posted to, with the secrets in the body',
    fixture: { accounts: [cora] },
    steps: [
      fetchLoginToken(),
      get('action=login'),
      get('action=login&errorformat=raw'),
      get('action=login&lgname=Cora Tester'),
      get('action=login&lgname=Cora Tester&lgpassword=x&lgtoken={login}'),
      post('lgname=Cora Tester', { query: 'action=login&lgpassword=x&lgtoken={login}' }),
      post('lgname=Cora Tester', {
        query: 'action=login&lgpassword=x&lgtoken={login}&errorformat=raw',
      }),
      post('action=login&lgname=Cora Tester&lgpassword=x&lgtoken={login}', {
        query: 'lgpassword=y',
      }),
      post('action=login&lgname=Cora Tester&lgpassword=x', { query: 'lgtoken={login}' }),
      post(`lgpassword=${cora.password}&lgtoken={login}`, {
        query: 'action=login&lgname=Cora Tester',
      }),
    ],
  },
  {
    name: 'changes the account when somebody logs in again, and gives a new session',
    fixture: { accounts: [cora, dora] },
    steps: [
      fetchLoginToken({ remember: { first: 'cookie:session' } }),
      post(`${asCora}&lgtoken={login}`, { remember: { second: 'cookie:session' } }),
      get('action=query&meta=userinfo'),
      post(`${asCora}&lgtoken={login}`),
      fetchLoginToken(),
      post(`${asDora}&lgtoken={login}`),
      get('action=query&meta=userinfo'),
      get('action=query&meta=userinfo', { as: 'third', cookies: { session: '{first}' } }),
      get('action=query&meta=userinfo', { as: 'fourth', cookies: { session: '{second}' } }),
    ],
  },
  {
    name: 'lets nobody log in from another site',
    fixture: { accounts: [cora] },
    steps: [
      fetchLoginToken(),
      post(`${asCora}&lgtoken={login}&origin=*`),
      post(`${asCora}&lgtoken={login}&errorformat=raw`, { query: 'origin=*' }),
      post(`${asCora}&lgtoken={login}&callback=f`),
      post(`${asCora}&lgtoken={login}`, { headers: { 'treat-as-untrusted': 'yes' } }),
      post('action=login&origin=*&format=json'),
      post(`${asCora}&lgtoken={login}`),
    ],
  },
  {
    name: 'lets nobody log in while the wiki is read-only, or who may not write by the API',
    fixture: { accounts: [cora] },
    steps: [
      fetchLoginToken(),
      post(`${asCora}&lgtoken={login}`, { config: { ReadOnly: 'maintenance' } }),
      post(`${asCora}&lgtoken={login}&errorformat=raw`, { config: { ReadOnly: 'maintenance' } }),
      post(`${asCora}&lgtoken={login}&format=json`, { config: { ReadOnly: 'maintenance' } }),
      post(`${asCora}&lgtoken={login}`, {
        config: { GroupPermissions: { __merge: { '*': { writeapi: false } } } },
      }),
      post(`${asCora}&lgtoken={login}`, { headers: { 'promise-non-write-api-action': 'true' } }),
      post(`${asCora}&lgtoken={login}&errorformat=raw`, {
        headers: { 'promise-non-write-api-action': '1' },
      }),
      post('action=login', { headers: { 'promise-non-write-api-action': '0' } }),
      post('action=login', { headers: { 'promise-non-write-api-action': 'false' } }),
      post(`${asCora}&lgtoken={login}`, {
        config: { GroupPermissions: { __merge: { '*': { read: false } } } },
      }),
    ],
  },
  {
    name: 'warns of what it does not know',
    fixture: { accounts: [cora] },
    steps: [
      fetchLoginToken(),
      post(`${asCora}&lgtoken={login}&lgdomain=x&token=y`),
      fetchLoginToken({ as: 'another' }),
      post(`${asCora}&lgtoken={login}&lgname=%1Fx`, { as: 'another' }),
      post(`${asCora}&lgtoken={login}&lgname[]=x`, { as: 'another' }),
      post(`action=login&lgname=${cora.name}&lgpassword[]=x&lgtoken={login}&errorformat=raw`, {
        as: 'another',
      }),
    ],
  },
  {
    name: 'lets a blocked account in, unless the settings say that blocks do that, too',
    fixture: { accounts: [bert], blocks: [bertsBlock] },
    steps: [
      fetchLoginToken(),
      post(`${asBert}&lgtoken={login}&errorformat=raw`, { config: { BlockDisablesLogin: true } }),
      post(`${asBert}&lgtoken={login}`, { config: { BlockDisablesLogin: true } }),
      get('action=query&meta=userinfo'),
      post(`${asBert}&lgtoken={login}`),
      get('action=query&meta=userinfo'),
      get('action=query&meta=tokens', { remember: { csrf: 'query.tokens.csrftoken' } }),
      get('action=query&meta=userinfo&uiprop=rights', { config: { BlockDisablesLogin: true } }),
      post('action=logout&token={csrf}'),
    ],
  },
]
