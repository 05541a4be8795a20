import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import type { ModuleInfo } from '../../src/browser/sandbox/module-info.ts'
import { buildRequest, type Method } from '../../src/browser/sandbox/request/build-request.ts'
import { findShownModules } from '../../src/browser/sandbox/request/shown-modules.ts'
import { snippets } from '../../src/browser/sandbox/snippets/snippets.ts'
import { startServer } from '../running-server.ts'
import { findCurl, findPhp, findPython } from './interpreters.ts'
import { makeWorkplace, runProgram } from './run-program.ts'
import { type Exchange, tapWire } from './wire-tap.ts'

const server = await startServer()
after(() => server[Symbol.asyncDispose]())
const about = 'action=paraminfo&modules=**|main&format=json&formatversion=2'
const { paraminfo } = JSON.parse(await (await fetch(`${server.apiUrl}?${about}`)).text())
const infos: readonly ModuleInfo[] = paraminfo.modules
const modules = new Map(infos.map((module) => [module.path, module]))

const curl = await findCurl()
const python = await findPython('requests')
const php = await findPhp('curl')
const webPage = join(import.meta.dirname, 'web-page.ts')

/** How a program is run, by the name of its kind. */
interface Way {
  readonly command: readonly [string, ...string[]]
  readonly file: string
  readonly skip?: string | false
  /** The program as it is run, where it is written for a console. */
  readonly wrap?: (program: string) => string
  /** Whether it fills in a token itself. */
  readonly getsToken: boolean
}

const ways: Readonly<Record<string, Way>> = {
  curl: { command: [curl.command], file: 'program.sh', skip: curl.skip, getsToken: false },
  'JavaScript (mw.Api)': {
    command: [process.execPath, webPage],
    file: 'program.js',
    wrap: (program) => `(async () => {\n${program}})()`,
    getsToken: true,
  },
  'JavaScript (m3api)': { command: [process.execPath], file: 'program.mjs', getsToken: true },
  'JavaScript (fetch)': { command: [process.execPath], file: 'program.mjs', getsToken: false },
  'Python (requests)': {
    command: [python.command],
    file: 'program.py',
    skip: python.skip,
    getsToken: true,
  },
  'PHP (cURL)': { command: [php.command], file: 'program.php', skip: php.skip, getsToken: true },
}

/** What each language writes in another way. */
const awkward = `it's "50%" \\ $HOME \${x} #{y} {z} %s \`ls\` <?php ?> </script> a+b&c=d #é中🎉\u200e\r\n\t\\n\\`

const answers = { format: 'json', formatversion: '2', errorformat: 'plaintext' }
const asked = {
  action: 'query',
  meta: 'siteinfo|userinfo',
  siprop: 'general|namespaces',
  titles: '\u001fa|b\u001fit\'s "c"',
  requestid: awkward,
  indexpageids: '',
  ...answers,
}
const login = {
  action: 'login',
  lgname: awkward,
  lgpassword: 'a secret',
  lgtoken: 'another secret',
  ...answers,
}

describe('a program of the sandbox', { concurrency: true }, () => {
  for (const { name, make } of snippets) {
    const way = ways[name]
    if (way === undefined) continue
    const { skip = false } = way

    for (const method of ['GET', 'POST'] as const) {
      it(`sends what is filled in by ${method}: ${name}`, { skip }, async () => {
        const { method: sent, params } = await run(asked, method)
        assert.equal(sent, method)
        for (const [key, value] of Object.entries(asked)) assert.equal(params.get(key), value, key)
        assert.deepEqual([...params.keys()].sort(), Object.keys(asked).sort())
      })
    }

    it(`knows no secret, and asks for its token: ${name}`, { skip }, async () => {
      const { method, params, answer } = await run(login, 'GET')
      assert.equal(method, 'POST')
      assert.equal(params.get('lgname'), awkward)
      assert.equal(params.get('lgpassword'), '<lgpassword>')
      if (way.getsToken) assert.match(params.get('lgtoken') ?? '', /^[0-9a-f]{40,}\+\\$/)
      else assert.equal(params.get('lgtoken'), '<lgtoken>')
      assert.match(answer, way.getsToken ? /"result":"Failed"/ : /"result":"(?:Failed|WrongToken)"/)
    })

    async function run(values: Readonly<Record<string, string>>, method: Method) {
      await using tap = await tapWire(server)
      await using workplace = await makeWorkplace()
      const program = make({ ...requestOf(values, method), apiUrl: tap.apiUrl })
      assert.doesNotMatch(program, /a secret|another/)
      const file = join(workplace.path, way?.file ?? '')
      await writeFile(file, way?.wrap?.(program) ?? program)
      await runProgram([...(way?.command ?? ['false']), file], workplace, {
        MW_SERVER: tap.url,
        MW_SCRIPT_PATH: new URL(tap.apiUrl).pathname.replace('/api.php', ''),
        MEDIAWIKI_USER: '',
        MEDIAWIKI_PASSWORD: '',
      })
      return lastOf(tap.exchanges)
    }
  }
})

function requestOf(given: Readonly<Record<string, string>>, method: Method) {
  const values = new Map(Object.entries(given))
  const shown = findShownModules(values, { modules, fields: new Map() })
  return buildRequest({ modules: shown.modules, values, others: [], method })
}

function lastOf(exchanges: readonly Exchange[]): Exchange {
  const last = exchanges.at(-1)
  assert.ok(last, 'the wiki was not asked')
  return last
}
