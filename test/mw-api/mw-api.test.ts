import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import { type Mw, type OldPromise, openMediaWikis, openOurs } from './open-mw.ts'
import { type Reply, type SeenRequest, startRecording } from './recording-server.ts'

/** A program for `mw.Api`, and what the wiki answers it. */
interface Row {
  readonly does: string
  readonly replies?: readonly Reply[]
  /** Makes its `mw.Api` of the options, so that no row has tokens of another. */
  run(mw: Mw, options: object): OldPromise | readonly OldPromise[]
}

const tokens = (token: string): Reply => ({ json: { query: { tokens: { csrftoken: token } } } })
const badToken: Reply = { json: { error: { code: 'badtoken', info: 'Bad.' } } }
const fine: Reply = { json: { done: true } }
const logout = { action: 'logout' }

// biome-ignore format: a table
const rows: readonly Row[] = [
  { does: 'asks without parameters', replies: [fine],
    run: ({ Api }, options) => new Api(options).get({}) },
  { does: 'spells all kinds of values', replies: [fine],
    run: ({ Api }, options) => new Api(options).get({
      action: 'x', list: ['a', 'b c', 'é'], empty: [], yes: true, no: false, none: undefined, nothing: null, zero: 0,
      token: 'a+\\', after: 'a&b=c', holes: ['a', null, 'b'] }) },
  { does: 'keeps | in lists apart', replies: [fine],
    run: ({ Api }, options) => new Api({ ...options, useUS: true }).post({ titles: ['a|b', 'c'] }) },
  { does: 'joins lists by | elsewhere', replies: [fine],
    run: ({ Api }, options) => new Api(options).post({ titles: ['a|b', 'c'] }) },
  { does: 'has parameters of its own', replies: [fine],
    run: ({ Api }, options) => new Api({ ...options, parameters: { errorformat: 'html', format: 'xml' } }).get({ a: 1 }) },
  { does: 'posts', replies: [fine],
    run: ({ Api }, options) => new Api(options).post({ action: 'x', token: 't', text: 'a b+c%20\u00a0' }) },
  { does: 'posts forms with parts', replies: [fine],
    run: ({ Api }, options) => new Api(options).post({ token: 't', a: ['1', '2'] }, { contentType: 'multipart/form-data' }) },
  { does: 'asks by GET unless told', replies: [fine],
    run: ({ Api }, options) => new Api(options).ajax({ a: 1 }) },
  { does: 'asks another address', replies: [fine],
    run: ({ Api }, options) => new Api(options).get({ a: 1 }, { url: '/other/api.php?b=2' }) },
  { does: 'passes on errors', replies: [{ json: { error: { code: 'readonly', info: 'Why.' }, servedby: 'x' } }],
    run: ({ Api }, options) => new Api(options).get({}) },
  { does: 'passes on errors without a code', replies: [{ json: { error: { info: 'Why.' } } }],
    run: ({ Api }, options) => new Api(options).get({}) },
  { does: 'passes on errors in a list', replies: [{ json: { errors: [{ code: 'a', html: '<b>A</b>' }, { code: 'b' }] } }],
    run: ({ Api }, options) => new Api(options).get({}) },
  { does: 'passes on that nothing was answered', replies: [{ json: null }],
    run: ({ Api }, options) => new Api(options).get({}) },
  { does: 'passes on that an empty text was answered', replies: [{ json: '' }],
    run: ({ Api }, options) => new Api(options).get({}) },
  { does: 'passes on what is not JSON', replies: [{ status: 200, text: '<h1>Hello' }],
    run: ({ Api }, options) => new Api(options).get({}) },
  { does: 'passes on errors of HTTP', replies: [{ status: 503, text: '{"error":{"code":"x"}}' }],
    run: ({ Api }, options) => new Api(options).get({}) },
  { does: 'passes on that nobody answers', replies: ['hang up'],
    run: ({ Api }, options) => new Api(options).get({}) },
  { does: 'passes on that it takes too long', replies: ['never'],
    run: ({ Api }, options) => new Api(options).get({}, { timeout: 50 }) },
  { does: 'gives up one request', replies: ['never'],
    run: ({ Api }, options) => { const asked = new Api(options).get({}); setTimeout(() => asked.abort(), 50); return asked } },
  { does: 'gives up all requests', replies: ['never', 'never'],
    run: ({ Api }, options) => {
      const api = new Api(options)
      const asked = [api.get({}), api.post({})]
      setTimeout(() => api.abort(), 100)
      return asked
    } },
  { does: 'gets a token', replies: [tokens('1+\\')],
    run: ({ Api }, options) => new Api(options).getToken('csrf') },
  { does: 'gets a token by an old name, once', replies: [tokens('1+\\')],
    run: ({ Api }, options) => [new Api(options).getToken('edit'), new Api(options).getToken('options')] },
  { does: 'gets a token for edits', replies: [tokens('1+\\')],
    run: ({ Api }, options) => new Api(options).getEditToken() },
  { does: 'gets a token with what is asserted', replies: [tokens('1+\\')],
    run: ({ Api }, options) => new Api(options).getToken('csrf', 'user') },
  { does: 'remembers that there is no such token', replies: [{ json: { query: { tokens: {} } } }],
    run: ({ Api }, options) => {
      const api = new Api(options)
      return [api.getToken('x'), api.getToken('x').then(null, () => api.getToken('x'))]
    } },
  { does: 'asks again where there was no query', replies: [{ json: { batchcomplete: true } }, tokens('2+\\')],
    run: ({ Api }, options) => {
      const api = new Api(options)
      return api.getToken('csrf').catch(() => api.getToken('csrf'))
    } },
  { does: 'asks again after an error', replies: [{ json: { error: { code: 'readapidenied' } } }, tokens('2+\\')],
    run: ({ Api }, options) => {
      const api = new Api(options)
      return api.getToken('csrf').catch(() => api.getToken('csrf'))
    } },
  { does: 'takes the tokens of the page',
    run: ({ Api }) => [new Api().getToken('csrf'), new Api().getToken('watch'), new Api().getToken('delete')] },
  { does: 'posts with a token', replies: [tokens('1+\\'), fine],
    run: ({ Api }, options) => new Api(options).postWithToken('csrf', { ...logout, assert: 'user', assertuser: 'A' }) },
  { does: 'posts with the token of edits', replies: [tokens('1+\\'), fine],
    run: ({ Api }, options) => new Api(options).postWithEditToken(logout) },
  { does: 'tries once more with a new token', replies: [tokens('1+\\'), badToken, tokens('2+\\'), fine],
    run: ({ Api }, options) => new Api(options).postWithToken('csrf', logout) },
  { does: 'tries no more than twice', replies: [tokens('1+\\'), badToken, tokens('2+\\'), badToken],
    run: ({ Api }, options) => new Api(options).postWithToken('csrf', logout) },
  { does: 'does not try again after another error', replies: [tokens('1+\\'), { json: { error: { code: 'readonly' } } }],
    run: ({ Api }, options) => new Api(options).postWithToken('csrf', logout) },
  { does: 'does not post without a token', replies: [{ json: { error: { code: 'readapidenied' } } }],
    run: ({ Api }, options) => new Api(options).postWithToken('csrf', logout) },
  { does: 'gives up posting', replies: [tokens('1+\\'), 'never'],
    run: ({ Api }, options) => {
      const asked = new Api(options).postWithToken('csrf', logout)
      setTimeout(() => asked.abort(), 200)
      return asked
    } },
  { does: 'tries the token of the page, and then a new one', replies: [badToken, tokens('2+\\'), fine],
    run: ({ Api }) => new Api().postWithToken('csrf', logout) },
  { does: 'forgets a token', replies: [tokens('3+\\')],
    run: ({ Api }) => { const api = new Api(); api.badToken('edit'); return api.getToken('csrf') } },
  { does: 'logs in', replies: [{ json: { login: { result: 'NeedToken', token: 't' } } }, { json: { login: { result: 'Success' } } }],
    run: ({ Api }, options) => new Api(options).login('A', 'secret') },
  { does: 'passes on that it cannot log in', replies: [{ json: { login: { result: 'NeedToken', token: 't' } } }, { json: { login: { result: 'Failed' } } }],
    run: ({ Api }, options) => new Api(options).login('A', 'wrong') },
  { does: 'gets to know who asks', replies: [{ json: { query: { userinfo: { id: 1, rights: ['read'] } } } }],
    run: ({ Api }, options) => new Api(options).getUserInfo() },
  { does: 'passes on that it does not get to know who asks', replies: [fine],
    run: ({ Api }, options) => new Api(options).getUserInfo() },
  { does: 'asserts who asks', replies: [fine],
    run: ({ Api }, options) => { const api = new Api(options); return api.get(api.assertCurrentUser({ action: 'x' })) } },
  { does: 'saves a preference', replies: [tokens('1+\\'), { json: { options: 'success' } }],
    run: ({ Api }, options) => new Api(options).saveOption('gender', 'female') },
  { does: 'saves preferences', replies: [tokens('1+\\'), fine, fine, fine, { json: { options: 'success' } }],
    run: ({ Api }, options) => new Api(options).saveOptions({ a: 'b', c: null, 'd=e': 'f', 'g=h': null, i: 'j|k', l: 1 }) },
  { does: 'saves preferences with U+001F', replies: [tokens('1+\\'), fine],
    run: ({ Api }, options) => new Api({ ...options, useUS: true }).saveOptions({ a: 'b', i: 'j|k', 'm|n': 'o' }) },
  { does: 'saves preferences one after the other', replies: [tokens('1+\\'), { json: { error: { code: 'x' } } }, fine],
    run: ({ Api }, options) => [new Api(options).saveOption('a', '1'), new Api(options).saveOption('b', '2')] },
  { does: 'saves nothing where there is nothing to save',
    run: ({ Api }, options) => new Api(options).saveOptions({}) },
  { does: 'lets programs go on', replies: [fine],
    run: ({ Api }, options) => new Api(options).get({}).then((answer) => [answer, 'and more']).then(null) },
  { does: 'lets programs wait for promises', replies: [fine],
    run: ({ Api }, options) => new Api(options).get({}).then(() => Promise.resolve('later')) },
  { does: 'tells what programs throw', replies: [fine],
    run: ({ Api }, options) => new Api(options).get({}).then(() => { throw new Error('Oops') }) },
  { does: 'goes on after an error', replies: [{ json: { error: { code: 'x' } } }],
    run: ({ Api }, options) => new Api(options).get({}).catch((code) => `after ${code}`) },
  { does: 'passes all values on', replies: [{ json: { error: { code: 'x' } } }],
    run: ({ Api }, options) => new Api(options).get({}).then(() => 'no').catch((code, details) => [code, details]) },
]

/** What came of a program: how its promises settled, and what the wiki was asked. */
interface Outcome {
  readonly settled: readonly unknown[]
  readonly seen: readonly SeenRequest[]
}

describe('mw.Api', async () => {
  const server = await startRecording()
  after(() => server[Symbol.asyncDispose]())
  const theirs = openMediaWikis(server.url)
  const ours = await openOurs(server.url)

  async function outcomeOf(mw: Mw, { replies = [], run }: Row, index: number): Promise<Outcome> {
    server.takeSeen()
    server.expect(replies)
    const ran = run(mw, { ajax: { url: `/row-${index}/api.php` } })
    const settled = await Promise.all([ran].flat().map(settle))
    return { settled, seen: server.takeSeen() }
  }

  for (const [index, row] of rows.entries()) {
    it(`${row.does}, as MediaWiki's does`, async () => {
      const expected = await outcomeOf(theirs, row, index)
      assert.deepEqual(await outcomeOf(ours, row, index), expected)
      assert.equal(expected.seen.length, row.replies?.length ?? 0)
    })
  }
})

function settle(promise: OldPromise): Promise<unknown> {
  return new Promise((resolve) => {
    promise
      .done((...values) => resolve({ done: values.map(plain), state: promise.state() }))
      .fail((...values) => resolve({ fail: values.map(plain), state: promise.state() }))
  })
}

/** What can be compared of a value that a promise has. */
function plain(value: unknown): unknown {
  if (value instanceof Error) return value.name
  // MediaWiki's sentence about empty answers is its own.
  if (typeof value === 'string' && /empty/.test(value)) return 'empty'
  if (typeof value !== 'object' || value === null) return value
  if ('getResponseHeader' in value && 'status' in value) {
    const { status, responseText } = value as { status: number; responseText?: string }
    return { xhr: status, responseText }
  }
  if (Array.isArray(value)) return value.map(plain)
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, plain(part)]))
}
