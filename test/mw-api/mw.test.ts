import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import { type Mw, openMediaWikis, openOurs } from './open-mw.ts'
import { startRecording } from './recording-server.ts'

/** What a program finds out from `mw`. */
type Question = (mw: Mw) => unknown

// biome-ignore format: a table
const questions: Readonly<Record<string, Question>> = {
  'a value of the configuration':   ({ config }) => config.get('wgPageName'),
  'a value that is not there':      ({ config }) => [config.get('nowhere'), config.get('nowhere', 'x'), config.exists('nowhere')],
  'several values':                 ({ config }) => config.get(['wgScriptPath', 'nowhere'], 0),
  'a value that was set':           ({ config }) => [config.set('own', [1]), config.get('own'), config.set('none', undefined)],
  'several values that were set':   ({ config }) => [config.set({ a: 1, b: 2 }), config.get('b')],
  'names that every object has':    ({ config }) => [config.get('toString'), config.exists('constructor')],
  'who looks at the page':          ({ user }) => [user.getId(), user.getName(), user.isAnon(), user.isNamed(), user.id()],
  'since when they have an account': ({ user }) => user.getRegistration(),
  'the tokens of the page':         ({ user }) => [user.tokens.get('csrfToken'), user.tokens.get('nothing')],
  'random ids':                     ({ user }) => /^[0-9a-f]{20}$/.test(user.generateRandomSessionId()),
  'groups':                         ({ user }) => settled(user.getGroups()),
  'groups, with a callback':        ({ user }) => settled(user.getGroups((groups) => [groups, 'more'])),
  'rights':                         ({ user }) => settled(user.getRights()),
  'where scripts are':              ({ util }) => [util.wikiScript(), util.wikiScript('index'), util.wikiScript('api')],
  'where a page is':                ({ util }) => [util.getUrl('Main Page'), util.getUrl('A/b:c d'), util.getUrl("é&?%+'!*()~;@$,")],
  'where a part of a page is':      ({ util }) => [util.getUrl('Page#a b'), util.getUrl('Page#a', { x: '1' })],
  'where this page is':             ({ util }) => [util.getUrl(), util.getUrl(undefined, { action: 'edit' })],
  'where a page is, with more':     ({ util }) => [util.getUrl('A b', { x: '1 2', y: 'é&' }), util.getUrl('$1', { a: '$&' }), util.getUrl('$&')],
  'a parameter of an address':      ({ util }) => [util.getParamValue('a', '/x?a=1&b=2&a=3+4%20é#a=5'), util.getParamValue('c', '/x?a=1'), util.getParamValue('a', '/x?a')],
  'how texts stand in addresses':   ({ util }) => util.rawurlencode("a b/é!'()*~&$1"),
  'what an error says':             ({ Api }) => new Api().getErrorMessage({ error: { info: 'A <b> &amp; "c"' } }).text(),
  'what errors say':                ({ Api }) => new Api().getErrorMessage({ errors: [{ html: '<b>A</b> &lt;&amp;lt;' }, { '*': '<i>B</i>' }] }).text(),
  'what was fired before':          ({ hook }) => heard(hook('early'), ({ add, fire }) => { fire(1, 2); add() }),
  'what is fired after':            ({ hook }) => heard(hook('late'), ({ add, fire }) => { add(); fire(3); fire(4) }),
}

describe('mw', async () => {
  const server = await startRecording()
  after(() => server[Symbol.asyncDispose]())
  const theirs = openMediaWikis(server.url)
  const ours = await openOurs(server.url)

  for (const [name, question] of Object.entries(questions)) {
    it(`tells ${name} as MediaWiki's does`, async () => {
      const expected = await ask(theirs, question)
      assert.deepEqual(await ask(ours, question), expected)
      assert.notEqual(expected, undefined)
    })
  }

  function ask(mw: Mw, question: Question): Promise<unknown> {
    const rights = { query: { userinfo: { id: 1, rights: ['read', 'edit'] } } }
    server.expect([{ json: rights }])
    return Promise.resolve(question(mw))
  }
})

function settled(promise: ReturnType<Mw['user']['getGroups']>): Promise<unknown> {
  return new Promise((resolve) => {
    promise.always((...values) => resolve([promise.state(), values]))
  })
}

/** What a handler hears. */
function heard(
  hook: ReturnType<Mw['hook']>,
  act: (steps: { add(): void; fire(...values: unknown[]): void }) => void,
): unknown {
  const all: unknown[] = []
  act({
    add: () => hook.add((...values) => all.push(values)),
    fire: (...values) => hook.fire(...values),
  })
  return all
}
