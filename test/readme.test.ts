import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { modules } from '../src/modules/index.ts'
import { queryModules } from '../src/modules/query/query-modules.ts'
import { readSettings } from '../src/settings/settings.ts'
import { startServer } from './running-server.ts'
import { jeton, startOn } from './server-process.ts'
import { writeHar } from './small-har.ts'

const root = join(import.meta.dirname, '..')
const readme = readFileSync(join(root, 'README.md'), 'utf8')
const plugIns = readFileSync(join(root, 'docs/plug-ins.md'), 'utf8')
const client = readFileSync(join(root, 'docs/client.md'), 'utf8')
const comparing = readFileSync(join(root, 'docs/comparing.md'), 'utf8')

/** The code of a document's examples in one language. */
function examples(language: string, document = readme): readonly string[] {
  const blocks = document.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, 'gms'))
  return [...blocks].map(([, code = '']) => code)
}

/** A document's example as it is in a clone, where the package is not installed. */
function inClone(code: string): string {
  return code
    .replaceAll("'jeton'", `'${join(root, 'src/index.ts')}'`)
    .replaceAll("'jeton/client'", `'${join(root, 'src/client/client.ts')}'`)
}

describe('README.md, with docs/client.md, docs/plug-ins.md and docs/comparing.md,', () => {
  const folder = mkdtempSync(join(tmpdir(), 'jeton-readme-'))
  after(() => rmSync(folder, { recursive: true }))

  const documents = [readme, client, plugIns]
  for (const [index, code] of documents.flatMap((page) => examples('ts', page)).entries()) {
    it(`runs its TypeScript example ${index + 1}`, async () => {
      const file = join(folder, `example-${index}.ts`)
      writeFileSync(file, inClone(code))
      await import(file)
    })
  }

  const hasCurl = spawnSync('curl', ['--version']).status === 0
  it('runs its sessions with curl', {
    skip: hasCurl ? false : 'curl is not installed',
  }, async () => {
    await using server = await startServer()
    const { stdout } = spawnSync('bash', ['-euc', examples('bash').join('\n')], {
      cwd: folder,
      encoding: 'utf8',
      env: {
        ...process.env,
        api: server.apiUrl,
        user: server.botUser,
        password: server.botPassword ?? '',
      },
    })
    const answers = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    assert.equal(answers[0].login.result, 'Success')
    assert.equal(answers[1].query.userinfo.name, 'Admin')
    assert.equal(answers[2].checktoken.result, 'valid')
    assert.deepEqual(answers[3], {})
    assert.equal(answers[4].query.userinfo.anon, true)
    assert.equal(answers[5].createaccount.status, 'PASS')
    assert.deepEqual(answers[6].clientlogin, { status: 'PASS', username: 'Alice' })
  })

  it('names everything that can be asked', () => {
    const table = readme.split('## What it answers')[1]?.split('\n## ')[0] ?? ''
    const { prop, list, meta } = queryModules
    const names = [modules, prop, list, meta].flatMap((known) => Object.keys(known))
    assert.deepEqual(
      names.filter((name) => !new RegExp(`[\`=]${name}\``).test(table)),
      [],
    )
  })

  it('runs its comparison, and shows what comes of it', async () => {
    await using old = await startOn(join(folder, 'old'), '--set', 'Sitename="My wiki"')
    await using other = await startOn(join(folder, 'new'), '--set', 'Sitename="Our wiki"')
    writeHar(join(folder, 'session.har'), [
      { query: 'action=query&meta=userinfo' },
      { query: 'action=query&meta=siteinfo' },
    ])
    const [code = ''] = examples('bash', comparing)
    const npx = `npx() { shift; ${process.execPath} ${jeton} "$@"; }\n`
    const { stdout } = spawnSync('bash', ['-c', npx + code], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, old: old.apiUrl, new: other.apiUrl },
    })
    const [, shown] = /^```bash\nnpx jeton compare.*?^```text\n(.*?)^```$/ms.exec(comparing) ?? []
    const addresses = stdout.replace(old.apiUrl, 'http://127.0.0.1:8080/api.php')
    assert.equal(addresses.replace(other.apiUrl, 'http://127.0.0.1:8081/api.php'), shown)
  })

  it('shows settings that can be read', () => {
    const [, settings = ''] = examples('json')
    assert.equal(readSettings(JSON.parse(settings)).GroupPermissions['*']?.['read'], false)
  })
})
