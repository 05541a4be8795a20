import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { createWiki } from '../../../index.ts'
import type { ModuleInfo } from '../module-info.ts'
import { findShownModules } from '../request/shown-modules.ts'
import { findProblems } from './find-problems.ts'

/** Requests that are refused, and the fields where that is to be said. */
// biome-ignore format: a table
const refused: readonly (readonly [query: string, fields: readonly string[]])[] = [
  ['action=query&list=allusers&aulimit=abc',         ['aulimit']],
  ['action=query&list=blocks&bkend=zz',              ['bkend']],
  ['action=query&list=blocks&bkip=1.2.3.4&bkusers=a', ['bkusers', 'bkip']],
  ['action=checktoken&type=bad&token=x',             ['type']],
  ['action=nonsense',                                ['action']],
  ['action=clientlogin',                             ['logintoken']],
  ['action=options&reset=1&token=bad',               ['token']],
]

describe('an error in the sandbox', async () => {
  const wiki = createWiki()
  const ask = async (query: string) => {
    const address = `http://127.0.0.1:8080/api.php?format=json&formatversion=2&uselang=fr`
    const body = new URLSearchParams(query)
    const answer = await wiki.fetch(new Request(address, { method: 'POST', body }))
    return JSON.parse(await answer.text())
  }
  const { paraminfo } = await ask('action=paraminfo&modules=**|main')
  const infos: readonly ModuleInfo[] = paraminfo.modules
  const modules = new Map(infos.map((module) => [module.path, module]))
  const fields = new Map([['login', []]])

  for (const errorformat of ['bc', 'plaintext', 'html']) {
    for (const [query, expected] of refused) {
      it(`is shown at its field, as ${errorformat}: ${query}`, async () => {
        const values = new Map(new URLSearchParams(query))
        const shown = findShownModules(values, { modules, fields })
        const params = shown.modules.flatMap((module) => module.params)
        const answer = await ask(`${query}&errorformat=${errorformat}&errorlang=fr`)
        const [problem] = findProblems(answer, params)
        assert.deepEqual([...(problem?.params ?? [])].sort(), [...expected].sort())
        assert.notEqual(problem?.text, '')
      })
    }
  }
})
