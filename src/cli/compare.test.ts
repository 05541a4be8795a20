import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { mkdtempDisposable } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { runJeton } from '../../test/command.ts'
import { admin, type ServerProcess, startOn } from '../../test/server-process.ts'
import { writeHar } from '../../test/small-har.ts'

const loginToken = `${'0123456789abcdef'.repeat(2)}6a0c1b2d+\\`
const csrfToken = `${'fedcba9876543210'.repeat(2)}6a0c1b2e+\\`

/** Somebody logs in, takes a token and logs out. */
const session = [
  {
    query: 'action=query&meta=tokens&type=login',
    answer: { query: { tokens: { logintoken: loginToken } } },
  },
  {
    form: { action: 'login', lgname: 'Eve', lgpassword: 'apple-pie', lgtoken: loginToken },
    answer: { login: { result: 'Success' } },
  },
  {
    query: 'action=query&meta=tokens|userinfo|siteinfo',
    answer: { query: { tokens: { csrftoken: csrfToken } } },
  },
  { form: { action: 'logout', token: csrfToken } },
]

/** The same for whoever asks, whatever the settings are; and something that needs more. */
const recording = [
  {
    name: 'who is not logged in has the anonymous token',
    exchanges: [{ ask: { query: 'action=query&meta=tokens&format=json' }, answer: { body: {} } }],
  },
  {
    name: 'a read-only wiki',
    exchanges: [
      { ask: { query: 'action=query', config: { ReadOnly: 'now' } }, answer: { body: {} } },
    ],
  },
  {
    name: 'somebody is there',
    fixture: { accounts: [{ name: 'Zoe', password: 'zebra-crossing' }] },
    exchanges: [{ ask: { query: 'action=query' }, answer: { body: {} } }],
  },
]

describe('jeton compare', () => {
  const resources = new AsyncDisposableStack()
  let folder: string
  let plain: ServerProcess
  let alike: ServerProcess
  let other: ServerProcess
  before(async () => {
    folder = resources.use(await mkdtempDisposable(join(tmpdir(), 'jeton-compare-'))).path
    const start = async (name: string, ...options: readonly string[]) =>
      resources.use(await startOn(join(folder, name), ...options))
    plain = await start('plain')
    alike = await start('alike')
    other = await start('other', '--set', 'Sitename="Other"')
    writeHar(join(folder, 'session.har'), session)
    writeHar(join(folder, 'empty.har'), [])
    writeFileSync(join(folder, 'recording.json'), JSON.stringify(recording))
  })
  after(() => resources.disposeAsync())

  const compare = (b: ServerProcess, file: string, ...options: readonly string[]) => {
    const user = ['--user', admin.name, '--password-stdin']
    const args = ['compare', ...user, ...options, plain.apiUrl, b.apiUrl, join(folder, file)]
    return runJeton(args, `${admin.password}\n`)
  }

  it('ends with 0 where two wikis answer the same, each with its own session and tokens', async () => {
    const { code, stdout, stderr } = await compare(alike, 'session.har')
    assert.deepEqual([code, stderr], [0, ''])
    assert.match(stdout, /\n4 exchanges, 4 same, 0 different, 0 not played\n$/)
  })

  it('shows what a wiki with other settings answers differently, and ends with 1', async () => {
    const { code, stdout, stderr } = await compare(other, 'session.har')
    assert.deepEqual([code, stderr], [1, ''])
    assert.match(stdout, /^ {2}step 3: GET api\.php\?\S+&meta=tokens\|userinfo\|siteinfo$/m)
    assert.match(stdout, /^ {4}- +"sitename": "\w+",\n {4}\+ +"sitename": "Other",$/m)
    assert.match(stdout, /\n4 exchanges, 3 same, 1 different, 0 not played\n$/)
  })

  it('tells programs the same', async () => {
    const { code, stdout } = await compare(other, 'session.har', '--json')
    const { counts, conversations } = JSON.parse(stdout)
    assert.equal(code, 1)
    assert.deepEqual(counts, { exchanges: 4, same: 3, different: 1, notPlayed: 0 })
    const [{ name, steps }] = conversations
    assert.equal(name, 'https://wiki.example/w/api.php')
    assert.deepEqual(
      steps.map(({ result }: { result: string }) => result),
      ['same', 'same', 'different', 'same'],
    )
    assert.equal(steps[2].b.body.query.general.sitename, 'Other')
  })

  it('shows no password, no token and no session', async () => {
    for (const options of [[], ['--json']]) {
      const { stdout } = await compare(other, 'session.har', ...options)
      assert.doesNotMatch(stdout, /apple-pie|[0-9a-f]{32}|[0-9a-v]{32}/)
      assert.equal(stdout.includes(admin.password), false)
    }
  })

  it('plays a recording, and says what it needs where it cannot be played', async () => {
    const { code, stdout } = await compare(alike, 'recording.json')
    assert.equal(code, 0)
    assert.match(stdout, /step 1: not played: needs X-Test-Config to be read, at http:/)
    assert.match(stdout, /step 1: not played: needs the account "Zoe" \(made only on a wiki for/)
    assert.match(stdout, /\n3 exchanges, 1 same, 0 different, 2 not played\n$/)
    assert.doesNotMatch(stdout, /zebra-crossing/)
  })

  // biome-ignore format: a table
  const failures: readonly (readonly [a: string, file: string, says: RegExp])[] = [
    ['PLAIN',                       'none.har',       /^\S+none\.har cannot be read: ENOENT/],
    ['PLAIN',                       'empty.har',      /^\S+empty\.har has nothing to play: no exchange with an api\.php\.$/],
    ['PLAIN',                       'plain',          /^\S+plain cannot be read: EISDIR/],
    ['PLAIN',                       'plain/wiki.sqlite', /^\S+wiki\.sqlite cannot be read: it is not JSON\.$/],
    ['http://127.0.0.1:1/api.php',  'session.har',    /^http:\/\/127\.0\.0\.1:1\/api\.php cannot be reached: connect ECONNREFUSED/],
    ['http://eve:apple-pie@a/api.php', 'session.har', /^The address of an api\.php must not contain a user and a password\.$/],
    ['http://127.0.0.1/index.php',  'session.har',    /^"http:\/\/127\.0\.0\.1\/index\.php" is not the address of an api\.php, such as /],
    ['ELSEWHERE',                   'session.har',    /^http:\S+\/nowhere\/api\.php is not an api\.php: asked for a login token, it answered HTTP 404 with /],
  ]
  describe('says in one sentence why it cannot compare, and ends with 2:', () => {
    for (const [a, file, says] of failures) {
      it(`${a} ${file}`, async () => {
        const elsewhere = plain.apiUrl.replace('/api.php', '/nowhere/api.php')
        const address = a.replace('PLAIN', plain.apiUrl).replace('ELSEWHERE', elsewhere)
        const outcome = await runJeton(['compare', address, alike.apiUrl, join(folder, file)])
        assert.match(outcome.stderr.trimEnd(), says)
        assert.deepEqual([outcome.code, outcome.stdout], [2, ''])
      })
    }

    it('a user who cannot log in', async () => {
      const args = ['compare', '--user', 'Admin', '--password-stdin', plain.apiUrl, alike.apiUrl]
      const { code, stderr } = await runJeton([...args, join(folder, 'session.har')], 'wrong\n')
      assert.match(stderr, /^http:\S+ does not allow to log in as "Admin" \(Failed\)\.\n$/)
      assert.equal(code, 2)
    })

    it('no file', async () => {
      const { code, stderr } = await runJeton(['compare', plain.apiUrl, alike.apiUrl])
      assert.match(stderr, /missing required argument 'file'/)
      assert.equal(code, 2)
    })
  })
})
