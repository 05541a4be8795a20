import assert from 'node:assert/strict'
import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { rolldown } from 'rolldown'

const root = join(import.meta.dirname, '..')

/** What others get when they install Jeton, in a project of their own. */
describe('the package', () => {
  const project = mkdtempSync(join(tmpdir(), 'jeton-package-'))
  const installed = join(project, 'node_modules', 'jeton')
  after(() => rmSync(project, { recursive: true }))

  before(() => {
    // Packed from a copy: other tests read this folder meanwhile.
    const copy = join(project, 'copy')
    mkdirSync(copy)
    for (const name of [
      'src',
      'docs',
      'package.json',
      'tsconfig.json',
      'tsconfig.build.json',
      'rolldown.config.ts',
      'CHANGES.md',
      'README.md',
    ]) {
      cpSync(join(root, name), join(copy, name), { recursive: true })
    }
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
    // What a build prints differs, so the name of the archive is not read from there.
    const packed = join(project, 'packed')
    mkdirSync(packed)
    execFileSync('npm', ['pack', '--silent', '--pack-destination', packed], { cwd: copy })
    const [archive = ''] = readdirSync(packed)
    mkdirSync(installed, { recursive: true })
    execFileSync('tar', ['-xzf', join(packed, archive), '-C', installed, '--strip-components=1'])
    const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
    for (const name of Object.keys(dependencies)) {
      symlinkSync(join(root, 'node_modules', name), join(project, 'node_modules', name))
    }
  })

  it('can be imported', () => {
    const file = join(project, 'try.mjs')
    writeFileSync(
      file,
      `import { createWiki } from 'jeton'
      await using wiki = createWiki()
      const { name } = await wiki.createAccount({ name: 'alice', password: 'a long password' })
      console.log(name)`,
    )
    assert.equal(execFileSync(process.execPath, [file], { encoding: 'utf8' }), 'Alice\n')
  })

  it('finds what it does not import: the worker for bcrypt, the list of common passwords', () => {
    const file = join(project, 'passwords.mjs')
    writeFileSync(
      file,
      `import { createWiki } from 'jeton'
      import { Client } from 'jeton/client'
      await using wiki = createWiki()
      const make = (password) => wiki.createAccount({ name: 'Alice', password })
      await make('iloveyou123').catch((error) => console.log(error.message))
      await make('another password')
      const user_password = ':bcrypt:4$abcdefghijklmnopqrstuu$utwGqTK4pm3SioZrc.5RlghLfcM4jIS'
      await wiki.database.updateTable('user').set({ user_password }).execute()
      const client = new Client('http://wiki.test/api.php', { fetch: wiki.fetch })
      console.log(await client.login('Alice', 'Höhle 🐸 pass'))`,
    )
    const printed = execFileSync(process.execPath, [file], { encoding: 'utf8' })
    assert.match(printed, /^.* the first to be guessed\. .*\nAlice\n$/)
  })

  it('brings a client', () => {
    const file = join(project, 'ask.mjs')
    writeFileSync(file, ask('jeton/client'))
    assert.equal(execFileSync(process.execPath, [file], { encoding: 'utf8' }), 'valid\n')
  })

  it('brings a client that a page can have in its bundle, without anything of the server', async () => {
    const [input, file] = [join(project, 'page.mjs'), join(project, 'bundled.mjs')]
    writeFileSync(input, ask('jeton/client'))
    await using bundle = await rolldown({ input, platform: 'browser' })
    const { output } = await bundle.write({ file, format: 'es' })
    const [{ code, imports }] = output
    assert.deepEqual(imports, [])
    assert.ok(code.length < 30_000, `${code.length} bytes`)
    assert.equal(execFileSync(process.execPath, [file], { encoding: 'utf8' }), 'valid\n')
  })

  it('brings a client whose types pages can be checked by', () => {
    const file = join(project, 'ask.mts')
    writeFileSync(
      file,
      `import { Client } from 'jeton/client'
      const client = new Client('http://wiki.test/api.php')
      const { checktoken } = await client.get({ action: 'checktoken', type: 'csrf', token: '+' })
      document.title = checktoken.result
      // @ts-expect-error: there is no such type of tokens
      await client.get({ action: 'checktoken', type: 'cookie', token: '+' })`,
    )
    const tsc = join(root, 'node_modules/.bin/tsc')
    const page = ['--lib', 'esnext,dom', '--types', '', '--module', 'nodenext', '--skipLibCheck']
    const { stdout } = spawnSync(
      tsc,
      ['--noEmit', '--strict', '--target', 'esnext', ...page, file],
      {
        cwd: project,
        encoding: 'utf8',
      },
    )
    assert.equal(stdout, '')
  })

  it('brings the command', async () => {
    await using server = await startInstalled(['--data', ':memory:'])
    const { url, apiUrl } = server
    const response = await fetch(`${apiUrl}?action=query&format=json`)
    assert.deepEqual(await response.json(), { batchcomplete: '' })

    const page = await (await fetch(url)).text()
    const loaded = [...page.matchAll(/(?:src|href)="(\/resources\/[^"]+)"/g)]
    const files = loaded.map(async ([, address]) => (await fetch(url + address)).headers)
    const types = (await Promise.all(files)).map((headers) => headers.get('content-type'))
    assert.deepEqual(types.sort(), [
      'image/svg+xml',
      'text/css; charset=utf-8',
      'text/javascript; charset=utf-8',
    ])
  })

  it('brings the command that serves with several processes', async () => {
    await using server = await startInstalled(['--data', join(project, 'data'), '--workers', '2'])
    const response = await fetch(`${server.apiUrl}?action=query&format=json`)
    assert.deepEqual(await response.json(), { batchcomplete: '' })
  })

  it('has answered before it loads what few need', async () => {
    const [hook, list] = [join(project, 'list-loaded.mjs'), join(project, 'loaded.json')]
    writeFileSync(
      hook,
      `import { writeFileSync } from 'node:fs'
      import { registerHooks } from 'node:module'
      const loaded = []
      registerHooks({ load: (url, context, next) => (loaded.push(url), next(url, context)) })
      process.on('exit', () => {
        const all = [...loaded, ...process.moduleLoadList]
        writeFileSync(${JSON.stringify(list)}, JSON.stringify(all))
      })`,
    )
    {
      await using server = await startInstalled(['--data', ':memory:'], ['--import', hook])
      const response = await fetch(`${server.apiUrl}?action=query&meta=tokens&format=json`)
      assert.equal(response.status, 200)
    }
    const loaded: readonly string[] = JSON.parse(readFileSync(list, 'utf8'))
    const files = loaded.filter((name) => name.startsWith('file:'))
    assert.ok(files.length < 80, `${files.length} files`)
    const late = /bcryptjs|fxa-common-password-list|nodemailer|rolldown|compare|undici|http2/
    assert.deepEqual(
      loaded.filter((name) => late.test(name)),
      [],
    )
  })

  /** Starts the command as it is installed; a signal ends it as it should. */
  async function startInstalled(options: readonly string[], nodeOptions: readonly string[] = []) {
    const command = [join(installed, 'src/cli/jeton.js'), 'serve', '--json', '--port', '0']
    const stdio = ['ignore', 'pipe', 'inherit'] as const
    const server = spawn(process.execPath, [...nodeOptions, ...command, ...options], {
      stdio: [...stdio],
    })
    const [line] = await once(server.stdout, 'data')
    const { url, apiUrl } = JSON.parse(String(line))
    const end = async () => {
      server.kill()
      assert.deepEqual(await once(server, 'exit'), [0, null])
    }
    return { url, apiUrl, [Symbol.asyncDispose]: end }
  }
})

/** A program that asks with the client. */
function ask(client: string): string {
  return `import { Client } from '${client}'
    const fetch = async () => Response.json({ checktoken: { result: 'valid' } })
    const client = new Client('http://wiki.test/api.php', { fetch })
    const { checktoken } = await client.get({ action: 'checktoken', type: 'csrf', token: '+' })
    console.log(checktoken.result)`
}
