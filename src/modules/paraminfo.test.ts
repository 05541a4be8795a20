import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { createWiki, defineModule, type WikiOptions } from '../index.ts'

/** The part of an answer that these tests look at. */
interface Info {
  readonly path: string
  readonly description?: unknown
  readonly since?: string
  readonly history?: unknown
  readonly errors: readonly { readonly code: string; readonly description?: string }[]
  readonly examples?: readonly { readonly answer?: unknown }[]
  readonly parameters: readonly Record<string, unknown>[]
}

async function ask(query: string, options: WikiOptions = {}): Promise<readonly Info[]> {
  await using wiki = createWiki(options)
  const address = `http://127.0.0.1:8080/api.php?action=paraminfo&format=json&formatversion=2&${query}`
  const response = await wiki.fetch(new Request(address))
  const { paraminfo }: { paraminfo: { modules?: readonly Info[] } } = JSON.parse(
    await response.text(),
  )
  return paraminfo.modules ?? []
}

const paths = (infos: readonly Info[]): readonly string[] => infos.map(({ path }) => path)

describe('action=paraminfo', () => {
  it('tells of all modules by * and **, in the order of their names', async () => {
    const top = paths(await ask('modules=*'))
    const all = paths(await ask('modules=**'))
    const inQuery = paths(await ask('modules=query%2B*'))
    assert.deepEqual(top, [...top].sort())
    assert.deepEqual(all, [...all].sort())
    assert.ok(inQuery.length > 0 && inQuery.every((path) => path.startsWith('query+')))
    assert.equal(all.length, top.length + inQuery.length)
  })

  it('tells of each module once', async () => {
    const found = paths(await ask('modules=query|*|query%2Btokens|main'))
    assert.equal(found[0], 'query')
    assert.equal(new Set(found).size, found.length)
    assert.deepEqual(found.slice(-2), ['query+tokens', 'main'])
  })

  it('tells which modules a parameter names', async () => {
    const [main] = await ask('modules=main')
    const [action] = main?.parameters ?? []
    assert.equal(action?.['default'], 'help')
    assert.equal(Reflect.get(Object(action?.['submodules']), 'logout'), 'logout')
    const [query] = await ask('modules=query')
    const meta = query?.parameters.find(({ name }) => name === 'meta')
    assert.equal(Reflect.get(Object(meta?.['submodules']), 'tokens'), 'query+tokens')
  })

  it('tells besides since when there is a module, what it fails with, and what it answers', async () => {
    const [logout] = await ask('modules=logout&helpformat=html&uselang=fr')
    assert.equal(logout?.since, '1.12')
    assert.deepEqual(logout?.history, [
      { version: '1.34', param: 'token', change: 'added' },
      { version: '1.47', param: 'global', change: 'added' },
    ])
    assert.deepEqual(logout?.examples?.[0]?.answer, {})
    assert.deepEqual(logout?.errors[0], {
      code: 'missingparam',
      legacycode: 'notoken',
      description: 'Le paramètre <var>token</var> doit être défini.',
    })
  })

  it('tells about a module that a program adds, in its own words', async () => {
    const peel = defineModule({
      name: 'peel',
      className: 'Peel',
      summary: { en: 'Peels <fruit>' },
      params: { fruit: { type: 'string', multi: true, mostValues: [3, 5] } },
      answer: () => ({}),
    })
    const [info] = await ask('modules=peel&helpformat=html', { modules: { peel } })
    assert.equal(info?.description, 'Peels &#60;fruit&#62;')
    assert.equal(info?.parameters[0]?.['lowlimit'], 3)
  })
})
