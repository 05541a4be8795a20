import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { mkdtempDisposable, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { text } from 'node:stream/consumers'
import { describe, it } from 'node:test'
import Session from 'm3api'
import { Mwn } from 'mwn'
import { run, runJeton } from '../../test/command.ts'
import { admin, jeton, startOn } from '../../test/server-process.ts'
import { Visitor } from '../../test/visitor.ts'

const makeFolder = () => mkdtempDisposable(join(tmpdir(), 'jeton-serve-'))

/** A server as a person starts it, and the banner that it prints. */
async function startWithBanner(data: string, ...options: readonly string[]) {
  const child = spawn(process.execPath, [jeton, 'serve', '--port', '0', '--data', data, ...options])
  const stderr = text(child.stderr)
  let banner = ''
  for await (const chunk of child.stdout.setEncoding('utf8')) {
    banner += chunk
    if (banner.endsWith('\n\nCtrl-C stops it.\n')) break
  }
  const end = async () => {
    const ended = once(child, 'exit')
    child.kill('SIGTERM')
    await ended
  }
  if (child.exitCode !== null) throw new Error(`Cannot start the server: ${await stderr}`)
  return { banner, [Symbol.asyncDispose]: end }
}

/** The lines of a banner under a heading, without their indentation. */
function linesUnder(banner: string, heading: string): readonly string[] {
  const lines = banner.split('\n')
  const from = lines.findIndex((line) => line === heading || line.startsWith(`${heading} (`)) + 1
  const to = lines.findIndex((line, index) => index >= from && !line.startsWith('  '))
  return lines.slice(from, to).map((line) => line.trim())
}

/** Runs lines of JavaScript that may wait. */
function runLines(lines: readonly string[], scope: Readonly<Record<string, unknown>>): unknown {
  const AsyncFunction = (async () => {}).constructor as FunctionConstructor
  return new AsyncFunction(...Object.keys(scope), lines.join('\n'))(...Object.values(scope))
}

describe('jeton serve', () => {
  it('prints what to paste, and that really logs in', async () => {
    await using folder = await makeFolder()
    const name = "O'Brien $HOME & Söns"
    await using server = await startWithBanner(folder.path, '--admin', name)
    const { banner } = server
    const [, url = ''] = /^Jeton is ready at (http:\/\/127\.0\.0\.1:\d+)$/m.exec(banner) ?? []
    assert.ok(banner.includes(`${url}/api.php\n`))
    const [, password = ''] = /^ {2}account +O'Brien \$HOME & Söns \/ (\S+)$/m.exec(banner) ?? []
    const [, secret = ''] =
      /^ {2}bot password +O'Brien \$HOME & Söns@bot \/ (\S+)$/m.exec(banner) ?? []
    assert.match(password, /^\S{16,}$/)
    assert.match(secret, /^[0-9a-v]{32}$/)

    const visitor = new Visitor(fetch, `${url}/api.php`)
    await visitor.logIn(name, password)
    assert.equal(await visitor.whoAmI(), name)

    const curl = linesUnder(banner, 'curl').join('\n')
    const { stdout, stderr } = await run('bash', ['-c', curl], '', folder.path)
    assert.match(stdout, /"result":"Success"/, stderr)
    const mwn = [...linesUnder(banner, 'mwn'), 'return (await bot.userinfo()).name']
    assert.equal(await runLines(mwn, { Mwn }), name)
    const m3api = [
      ...linesUnder(banner, 'm3api'),
      "return (await session.request({ action: 'query', meta: 'userinfo' })).query.userinfo.name",
    ]
    assert.equal(await runLines(m3api, { Session }), name)

    const { host, hostname } = new URL(url)
    for (const word of [hostname, host, 'BotPassword("bot", ', secret]) {
      assert.ok(banner.slice(banner.indexOf('pywikibot')).includes(word), word)
    }
    assert.ok(linesUnder(banner, 'mwclient').join().includes(`mwclient.Site('${host}'`))
  })

  it('prints passwords no second time', async () => {
    await using folder = await makeFolder()
    const given = ['--admin-password', admin.password, '--bot-password', admin.botPassword]
    {
      await using first = await startWithBanner(folder.path, ...given)
      for (const secret of [admin.password, admin.botPassword])
        assert.ok(first.banner.includes(secret))
    }
    await using second = await startWithBanner(folder.path)
    for (const secret of [admin.password, admin.botPassword])
      assert.equal(second.banner.includes(secret), false)
    assert.ok(second.banner.includes(admin.botName))
  })

  it('prints one line of JSON and nothing else, and its log elsewhere, without secrets', async () => {
    await using folder = await makeFolder()
    const child = spawn(process.execPath, [
      ...[jeton, 'serve', '--json', '--port', '0', '--data', folder.path],
      ...['--admin-password', admin.password, '--bot-password', admin.botPassword],
    ])
    const [stdout, stderr] = [text(child.stdout), text(child.stderr)]
    const [chunk] = await once(child.stdout, 'data')
    const { apiUrl, pid } = JSON.parse(String(chunk))
    assert.equal(pid, child.pid)

    const visitor = new Visitor(fetch, apiUrl)
    await visitor.logIn(admin.name, admin.password)
    const stranger = new Visitor(fetch, apiUrl)
    const lgtoken = await stranger.token('login')
    using database = new DatabaseSync(join(folder.path, 'wiki.sqlite'))
    database.exec('ALTER TABLE user RENAME TO nobody')
    const canary = 'canary-that-must-not-be-sung'
    const secrets = [canary, admin.password, lgtoken, ...cookiesOf(visitor), ...cookiesOf(stranger)]
    const form = { action: 'login', lgname: 'Admin', lgpassword: canary, lgtoken }
    for (const [who, question] of [
      [stranger, form],
      [visitor, { action: 'query' }],
    ] as const)
      assert.equal((await who.ask(question)).status, 500)

    const ended = once(child, 'exit')
    child.kill('SIGTERM')
    await ended
    assert.equal((await stdout).split('\n').length, 2)
    const lines = (await stderr).trimEnd().split('\n')
    assert.equal(lines.length, 2)
    for (const line of lines) assert.match(JSON.parse(line).err.message, /no such table: user/)
    for (const secret of secrets) assert.equal((await stderr).includes(secret), false, secret)
  })

  it('keeps its files from everybody else', async () => {
    await using folder = await makeFolder()
    const data = join(folder.path, 'new', 'folder')
    await using server = await startOn(data)
    await new Visitor(fetch, server.apiUrl).token('login')
    const files = readdirSync(data)
    assert.ok(files.includes('wiki.sqlite'))
    for (const file of files) assert.equal(statSync(join(data, file)).mode & 0o777, 0o600, file)
    assert.equal(statSync(data).mode & 0o777, 0o700)
  })
})

const cookiesOf = (visitor: Visitor) =>
  ['wiki_session', 'wikiToken'].flatMap((name) => visitor.jar.find(name) ?? [])

/** What a person may get wrong, and the sentence that says so. */
// biome-ignore format: a table
const mistakes: readonly { args: readonly string[]; says: RegExp }[] = [
  { args: ['--data', 'FOLDER/file/data'],                    says: /^Cannot open database ".*\/file\/data\/wiki\.sqlite": / },
  { args: ['--data', '/proc/jeton'],                         says: /^Cannot open database "\/proc\/jeton\/wiki\.sqlite": / },
  { args: ['--set', 'Nonsense=1'],                           says: /^There is no setting Nonsense\.$/ },
  { args: ['--set', 'ObjectCacheSessionExpiry="an hour"'],   says: /^The setting ObjectCacheSessionExpiry must be / },
  { args: ['--set', 'Sitename=Wiki'],                        says: /^--set Sitename takes JSON, not Wiki: / },
  { args: ['--settings', 'FOLDER/nothing.json'],             says: /^The settings file .*nothing\.json cannot be read: / },
  { args: ['--settings', 'FOLDER/file'],                     says: /^The settings file .*file is not JSON: / },
  { args: ['--test-mode', '--host', '0.0.0.0'],              says: /^--test-mode .*needs a loopback host/ },
  { args: ['--port', '65536'],                               says: /'--port <number>'.*must be a number from 0 to 65535/ },
  { args: ['--workers', '0'],                                says: /'--workers <number>'.*must be a whole number from 1 to 64, or auto for one per core/ },
  { args: ['--workers', '1.5'],                              says: /'--workers <number>'.*must be a whole number/ },
  { args: ['--workers', '65'],                               says: /'--workers <number>'.*must be a whole number/ },
  { args: ['--workers', '2', '--data', ':memory:'],          says: /^Several workers need a database that all of them can open: --data FOLDER, not :memory:\.$/ },
  { args: ['--workers', '2', '--port', 'BUSY'],              says: /^Cannot listen on 127\.0\.0\.1, port \d+: another program does\./ },
  { args: ['--port', 'BUSY'],                                says: /^Cannot listen on 127\.0\.0\.1, port \d+: another program does\./ },
]

describe('jeton serve says in one sentence what is wrong, and makes nothing, with', {
  concurrency: 4,
}, () => {
  for (const { args, says } of mistakes) {
    it(args.join(' '), async () => {
      await using folder = await makeFolder()
      await writeFile(join(folder.path, 'file'), 'This is no JSON.')
      await using busy = createServer().listen(0, '127.0.0.1')
      await once(busy, 'listening')
      const address = busy.address()
      const port = typeof address === 'object' ? address?.port : address
      const given = args.map((arg) =>
        arg.replace('FOLDER', folder.path).replace('BUSY', String(port)),
      )
      const data = join(folder.path, 'data')

      const outcome = await runJeton(['serve', '--port', '0', '--data', data, ...given])
      assert.match(outcome.stderr.trimEnd().replace(/^error: /, ''), says)
      assert.doesNotMatch(outcome.stderr, /\n.*\n|^ +at /m)
      assert.deepEqual([outcome.code, outcome.stdout], [1, ''])
      assert.equal(existsSync(data), false)
    })
  }
})

/** First accounts that cannot be made. */
// biome-ignore format: a table
const noAccounts: readonly { args: readonly string[]; says: RegExp }[] = [
  { args: ['--admin', 'A/B'],              says: /^"A\/B" cannot be the name of an account: / },
  { args: ['--admin-password', 'short'],   says: /^The password of Admin cannot be used: / },
  { args: ['--bot-password', 'short'],     says: /^A bot password must have at least 32 characters/ },
]

describe('jeton serve says in one sentence what is wrong, and makes no account, with', {
  concurrency: 4,
}, () => {
  for (const { args, says } of noAccounts) {
    it(args.join(' '), async () => {
      await using folder = await makeFolder()
      const outcome = await runJeton(['serve', '--port', '0', '--data', folder.path, ...args])
      assert.match(outcome.stderr.trimEnd(), says)
      assert.deepEqual([outcome.code, outcome.stdout], [1, ''])
      using database = new DatabaseSync(join(folder.path, 'wiki.sqlite'))
      assert.deepEqual(database.prepare('SELECT user_name FROM user').all(), [])
    })
  }
})

describe('jeton', () => {
  const system = '/usr/bin/node'
  const skip = existsSync(system) ? false : 'there is no other Node here'

  it('says what to do where Node is too old', { skip }, async (test) => {
    const { stdout: version } = await run(system, ['--version'])
    if (Number(/\d+/.exec(version)) >= 24) return test.skip('the other Node is new enough')
    const { code, stdout, stderr } = await run(system, [jeton, 'serve'])
    assert.deepEqual([code, stdout], [1, ''])
    assert.match(stderr, /^Jeton needs Node\.js 24 or newer, and this is v\d+\.\d+\.\d+\b/)
    assert.equal(stderr.split('\n').length, 2)
  })
})
