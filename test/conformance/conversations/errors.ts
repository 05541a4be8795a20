import type { Conversation, Step } from '../../../src/compare/conversation.ts'
import { cora } from '../accounts.ts'
import { fetchLoginToken, get, post } from '../steps.ts'

const privateWiki = { GroupPermissions: { __merge: { '*': { read: false } } } }
const noWriting = { GroupPermissions: { __merge: { '*': { writeapi: false } } } }
const readOnly = { ReadOnly: 'maintenance' }
const fifty = Array.from({ length: 50 }, (_, index) => `v${index}`).join('|')

/** Two things are wrong with each of these: the protocol says which one the client hears of. */
// biome-ignore format: a table
const precedence: readonly Step[] = [
  get('action=nonsense&maxlag=x'),
  get('action=query&maxlag=x&assert=nonsense'),
  get('action=query&assert=nonsense&maxlag=x'),
  get('action=query&errorformat=nonsense&maxlag=x'),
  get('action=query&maxage=x&smaxage=x'),
  get('action=query&assertuser=%231&assert=nonsense'),
  get('action=nonsense&assert=user'),
  get('action=checktoken&assert=user'),
  get('action=checktoken&assert=user&type=nonsense'),
  get('action=checktoken&assert=user', { config: privateWiki }),
  get('action=checktoken', { config: privateWiki }),
  get('action=checktoken&type=nonsense', { config: privateWiki }),
  get('action=checktoken&type=csrf&token=x&maxlag=-2', { config: privateWiki }),
  get('action=checktoken&maxlag=-2'),
  get('action=checktoken&type=csrf&token=x&maxlag=-2'),
  get('action=checktoken&type=nonsense&maxtokenage=x'),
  get('action=checktoken&maxtokenage=x'),
  get('action=checktoken&type=csrf&maxtokenage=x'),
  get('action=checktoken&type=csrf&token=x&maxlag=-2', { method: 'PUT' }),
  get('action=checktoken&type=csrf&token=x', { method: 'PUT', config: privateWiki }),
  get('action=checktoken', { method: 'PUT' }),
  get('action=logout&assert=user'),
  get('action=logout&token=x&assert=user'),
  get('action=logout&token=x&maxlag=-2'),
  post('action=logout&token=x&assert=user'),
  post('action=logout&token=x&maxlag=-2'),
  post('action=logout&maxlag=-2'),
  post('action=logout&token=%2B%5C&maxlag=-2'),
  get('action=login&assert=user'),
  get('action=login', { config: readOnly }),
  get('action=login&maxlag=-2'),
  get('action=login&lgpassword=x', { config: readOnly }),
  get('action=login&lgpassword=x&maxlag=-2'),
  post('action=login&maxlag=-2', { config: readOnly }),
  post('action=login', { config: { ...readOnly, ...noWriting } }),
  post('action=login', { config: noWriting, headers: { 'promise-non-write-api-action': '1' } }),
  post('action=login', { config: readOnly, headers: { 'promise-non-write-api-action': '1' } }),
  post('action=login', { method: 'PUT', query: 'action=login&format=json&formatversion=2' }),
  get('action=login&formatversion=3&format=json'),
  get('action=query&formatversion=3&format=json&assert=user'),
  get('action=query&formatversion=3&format=json&maxlag=-2'),
  get('action=nonsense&formatversion=3&format=json'),
  get('action=query&formatversion=3&format=json', { method: 'PUT' }),
]

/** What a client hears that asks for what it cannot have. */
export const errors: readonly Conversation[] = [
  {
    name: 'does not know modules that there are not',
    steps: [
      get('action=nonsense'),
      get('action=nonsense&format=json'),
      get('action=nonsense&errorformat=raw'),
      get('action=Query'),
      get('action=query '),
      get('action='),
      get('action=query|login'),
      get('action=*'),
      get('action=query&meta=nonsense'),
      get('action=query&meta=nonsense&errorformat=raw'),
      get('action=query&meta=tokens|nonsense'),
      get('action=query&meta='),
    ],
  },
  {
    name: 'reads whole numbers, and nothing else',
    steps: [
      get('action=query&maxlag=5'),
      get('action=query&maxlag=%2B5'),
      get('action=query&maxlag=005'),
      get('action=query&maxlag=1.5'),
      get('action=query&maxlag=1e3'),
      get('action=query&maxlag=0x10'),
      get('action=query&maxlag= 5'),
      get('action=query&maxlag=12345678901234567890'),
      get('action=query&maxlag=9223372036854775807'),
      get('action=query&maxlag=9223372036854775808'),
      get('action=query&maxlag=-99999999999999999999'),
      get('action=query&maxlag=x&errorformat=raw'),
      get('action=query&maxlag=x&format=json'),
    ],
  },
  {
    name: 'reads only so many values',
    fixture: { accounts: [cora], visitors: { cora } },
    steps: [
      get(`action=query&meta=tokens&type=${fifty}&errorformat=none`),
      get(`action=query&meta=tokens&type=${fifty}|csrf`),
      get(`action=query&meta=tokens&type=${fifty}|csrf&format=json`),
      get(`action=query&meta=tokens&type=${fifty}|csrf&errorformat=raw`),
      get(`action=query&meta=tokens&type=${'csrf|'.repeat(50)}csrf`),
      get(`action=query&meta=tokens&type=${fifty}|csrf`, { as: 'cora' }),
      get(`action=query&meta=tokens&type=${fifty}|csrf&errorformat=none`, {
        as: 'cora',
        config: { GroupPermissions: { __merge: { user: { apihighlimits: true } } } },
      }),
    ],
  },
  {
    name: 'names all secrets that were in the URL',
    steps: [
      post('x=1', { query: 'action=login&lgpassword=x&lgtoken=y&format=json&formatversion=2' }),
      post('x=1', {
        query: 'action=login&lgtoken=y&lgpassword=x&format=json&formatversion=2&errorformat=raw',
      }),
      post('x=1', {
        query: 'action=logout&token=x&format=json&formatversion=2&errorformat=raw',
      }),
    ],
  },
  {
    name: 'tells which one of two errors it found',
    fixture: { accounts: [cora] },
    steps: precedence,
  },
  {
    name: 'tells a reader and a writer what they may not',
    steps: [
      get('action=query', { config: privateWiki }),
      get('action=query&meta=userinfo', { config: privateWiki }),
      get('action=query&meta=siteinfo&errorformat=raw', { config: privateWiki }),
      get('action=query&format=json', { config: privateWiki }),
      post('action=login', { config: noWriting }),
      post('action=login&errorformat=raw', { config: noWriting }),
      post('action=login&format=json', { config: noWriting }),
      post('action=login&errorformat=raw', { config: readOnly }),
      post('action=login&errorformat=plaintext&format=json', { config: readOnly }),
      fetchLoginToken({ config: privateWiki }),
      post('action=login&lgname=A&lgpassword=b&lgtoken={login}', { config: privateWiki }),
    ],
  },
]
