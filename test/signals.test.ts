import assert from 'node:assert/strict'
import { once } from 'node:events'
import { mkdtempDisposable } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, it } from 'node:test'
import { admin, startOn } from './server-process.ts'
import { Visitor } from './visitor.ts'

const makeFolder = () => mkdtempDisposable(join(tmpdir(), 'jeton-signals-'))

describe('SIGTERM', () => {
  it('ends an idle server at once, with the code 0', async () => {
    await using folder = await makeFolder()
    await using server = await startOn(folder.path)
    const visitor = new Visitor(fetch, server.apiUrl)
    assert.equal(await visitor.whoAmI(), undefined)
    assert.deepEqual(await server.end('SIGTERM'), { code: 0, signal: null })
    assert.equal(await server.log, '')
  })

  it('lets requests under way be answered first', async () => {
    await using folder = await makeFolder()
    await using server = await startOn(folder.path)
    const visitors = Array.from({ length: 4 }, () => new Visitor(fetch, server.apiUrl))
    const tokens = await Promise.all(visitors.map((visitor) => visitor.token('login')))
    // Held up by a lock, so that they are under way for sure when the signal comes.
    using database = new DatabaseSync(join(folder.path, 'wiki.sqlite'))
    database.exec('BEGIN EXCLUSIVE')
    const logins = visitors.map((visitor, index) =>
      visitor.tryLogIn(admin.botName, admin.botPassword, tokens[index]),
    )
    // Answered in the order in which they came, and not waiting for the lock.
    await new Visitor(fetch, server.apiUrl).whoAmI()
    const ended = server.end('SIGTERM')
    await refusal(server.apiUrl)
    database.exec('COMMIT')

    for (const login of logins) assert.equal((await login)?.result, 'Success')
    assert.deepEqual(await ended, { code: 0, signal: null })
  })

  it('ends the server at once when it comes again', async () => {
    await using folder = await makeFolder()
    await using server = await startOn(folder.path)
    const visitor = new Visitor(fetch, server.apiUrl)
    const token = await visitor.token('login')
    using database = new DatabaseSync(join(folder.path, 'wiki.sqlite'))
    database.exec('BEGIN EXCLUSIVE')
    const login = assert.rejects(visitor.tryLogIn(admin.botName, admin.botPassword, token))
    await new Visitor(fetch, server.apiUrl).whoAmI()
    server.send('SIGTERM')
    await refusal(server.apiUrl)
    assert.deepEqual(await server.end('SIGTERM'), { code: 1, signal: null })
    await login
  })
})

/** Resolves once the server takes no more connections. */
async function refusal(apiUrl: string): Promise<void> {
  const { hostname, port } = new URL(apiUrl)
  for (;;) {
    const socket = connect(Number(port), hostname)
    const refused = await once(socket, 'connect').then(
      () => false,
      () => true,
    )
    socket.destroy()
    if (refused) return
  }
}
