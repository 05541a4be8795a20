import assert from 'node:assert/strict'
import { mkdtempDisposable } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { runJeton } from '../../test/command.ts'
import { admin, type ServerProcess, startOn } from '../../test/server-process.ts'
import { type SeenSession, Visitor } from '../../test/visitor.ts'

interface ListedRow extends SeenSession {
  readonly user: string
  readonly app: string | null
}

describe('while the server runs,', () => {
  const resources = new AsyncDisposableStack()
  let data: string
  let server: ServerProcess
  before(async () => {
    data = resources.use(await mkdtempDisposable(join(tmpdir(), 'jeton-sessions-'))).path
    server = resources.use(await startOn(data))
  })
  after(() => resources.disposeAsync())

  const ask = (...args: readonly string[]) => runJeton(['session', ...args, '--data', data])

  async function succeed(...args: readonly string[]): Promise<string> {
    const { code, stdout, stderr } = await ask(...args)
    assert.deepEqual([code, stderr], [0, ''])
    return stdout
  }

  async function rows(...args: readonly string[]): Promise<readonly ListedRow[]> {
    // Whatever else they are, the tests find out by looking.
    return JSON.parse(await succeed('list', '--json', ...args)) as readonly ListedRow[]
  }

  async function logIn(name: string, password: string): Promise<Visitor> {
    const visitor = new Visitor(fetch, server.apiUrl)
    await visitor.logIn(name, password)
    return visitor
  }

  it('sessions are listed, for people and for programs', async () => {
    assert.equal(await succeed('list'), 'None.\n')
    await logIn(admin.name, admin.password)
    await logIn(admin.botName, admin.botPassword)
    const listed = await rows()
    const told = listed.map(({ user, app, remembered, address }) => [
      user,
      app,
      remembered,
      address,
    ])
    assert.deepEqual(told.toSorted(), [
      [admin.name, null, true, '127.0.0.1'],
      [admin.name, 'bot', false, '127.0.0.1'],
    ])
    assert.deepEqual(await rows('--user', 'admin'), listed)
    const [head, ...lines] = (await succeed('list', '--user', admin.name)).trimEnd().split('\n')
    assert.match(head ?? '', /^id +user +app +remembered +made +used +expires +address +agent$/)
    assert.equal(lines.length, 2)
  })

  it('one session is ended, and the others go on', async () => {
    const program = await logIn(admin.botName, admin.botPassword)
    const before = await rows()
    const other = await logIn(admin.botName, admin.botPassword)
    const known = new Set(before.map(({ id }) => id))
    const id = (await rows()).find((row) => !known.has(row.id))?.id ?? ''
    assert.equal(await succeed('end', id), `Ended the session ${id} of ${admin.name}.\n`)
    assert.equal(await other.whoAmI(), undefined)
    assert.equal(await program.whoAmI(), admin.name)
    const { code, stderr } = await ask('end', id)
    assert.deepEqual([code, stderr], [1, `There is no session ${id}.\n`])
  })

  it('a browser that is remembered is ended with all that are', async () => {
    const program = await logIn(admin.botName, admin.botPassword)
    const browsers = [
      await logIn(admin.name, admin.password),
      await logIn(admin.name, admin.password),
    ]
    const remembered = (await rows()).filter((row) => row.remembered).map(({ id }) => id)
    const [id = ''] = remembered
    const { ended } = JSON.parse(await succeed('end', id, '--json'))
    assert.deepEqual(ended.toSorted(), remembered.toSorted())
    for (const browser of browsers) assert.equal(await browser.whoAmI(), undefined)
    assert.equal(await program.whoAmI(), admin.name)
  })

  it('all sessions of an account are ended', async () => {
    const visitors = [
      await logIn(admin.name, admin.password),
      await logIn(admin.botName, admin.botPassword),
    ]
    assert.equal(await succeed('end', '--user', 'admin'), `Ended all sessions of ${admin.name}.\n`)
    for (const visitor of visitors) assert.equal(await visitor.whoAmI(), undefined)
  })

  it('all sessions of all accounts are ended', async () => {
    const visitor = await logIn(admin.name, admin.password)
    const { accounts } = JSON.parse(await succeed('end', '--all', '--json'))
    assert.equal(accounts, 1)
    assert.equal(await visitor.whoAmI(), undefined)
    assert.deepEqual(await rows(), [])
  })

  // biome-ignore format: a table
  const refusals: readonly (readonly [args: readonly string[], says: string])[] = [
    [['end'],                           'Name one session, or --user, or --all.\n'],
    [['end', 'x', '--all'],             'Name one session, or --user, or --all.\n'],
    [['end', '--user', 'Nobody'],       'There is no account "Nobody".\n'],
  ]
  describe('a sentence says why it cannot be:', { concurrency: 4 }, () => {
    for (const [args, says] of refusals) {
      it(args.join(' '), async () => {
        assert.deepEqual(await ask(...args), { code: 1, stdout: '', stderr: says })
      })
    }
  })
})
