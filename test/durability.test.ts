import assert from 'node:assert/strict'
import { mkdtempDisposable } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, it } from 'node:test'
import { create, withPassword } from './creation-steps.ts'
import { admin, startOn } from './server-process.ts'
import { Visitor } from './visitor.ts'

const makeFolder = () => mkdtempDisposable(join(tmpdir(), 'jeton-durability-'))

/** The same cookies, for a server that was started anew; without what remembers a login. */
function stranded(visitor: Visitor, apiUrl: string): Visitor {
  const again = new Visitor(fetch, apiUrl)
  for (const cookie of visitor.jar.header()?.split('; ') ?? []) again.jar.obey(cookie)
  again.jar.remove('wikiToken')
  return again
}

describe('what was acknowledged survives kill -9', () => {
  // The throttle would count logins whose success was not acknowledged.
  const options = ['--set', 'PasswordAttemptThrottle=[]']
  const [rounds, logouts] = [7, 3]

  it(`${rounds * logouts} logouts and ${rounds} logins, ${rounds} times killed at once`, async () => {
    await using folder = await makeFolder()
    let ended: readonly Visitor[] = []
    let stays: Visitor | undefined
    for (let round = 0; round <= rounds; round++) {
      await using server = await startOn(folder.path, ...options)
      for (const visitor of ended)
        assert.equal(await stranded(visitor, server.apiUrl).whoAmI(), undefined, `round ${round}`)
      if (stays) assert.equal(await stranded(stays, server.apiUrl).whoAmI(), admin.name)

      const visitors = Array.from({ length: logouts }, () => new Visitor(fetch, server.apiUrl))
      await Promise.all(visitors.map((visitor) => visitor.logIn(admin.name, admin.password)))
      ended = visitors.map((visitor) => visitor.copy())
      const bot = new Visitor(fetch, server.apiUrl)
      stays = bot
      await Promise.all([
        ...visitors.map((visitor) => visitor.logOut()),
        bot.logIn(admin.botName, admin.botPassword),
      ])
      const { signal } = await server.end('SIGKILL')
      assert.equal(signal, 'SIGKILL')
    }
  })

  it('and the database is whole', async () => {
    await using folder = await makeFolder()
    await using server = await startOn(folder.path, ...options)
    const visitors = Array.from({ length: 8 }, () => new Visitor(fetch, server.apiUrl))
    const logins = visitors.map((visitor) => visitor.tryLogIn(admin.name, admin.password))
    await Promise.race(logins)
    // Some are logging in, some have: who asks then is cut off.
    const outcomes = Promise.allSettled(logins)
    await server.end('SIGKILL')
    await outcomes

    using database = new DatabaseSync(join(folder.path, 'wiki.sqlite'))
    const { integrity_check: found } = database.prepare('PRAGMA integrity_check').get() ?? {}
    assert.equal(found, 'ok')
  })

  it('and accounts are there as a whole, or not at all', async () => {
    await using folder = await makeFolder()
    const acknowledged: string[] = []
    for (let round = 0; round < 4; round++) {
      await using server = await startOn(folder.path, ...options)
      const names = ['a', 'b', 'c', 'd'].map((letter) => `Newt ${round}${letter}`)
      const makings = names.map(async (name) => {
        const made = await create(new Visitor(fetch, server.apiUrl), withPassword(name))
        if (made.status === 'PASS') acknowledged.push(name)
      })
      // Some are being made then, some have been.
      const outcomes = Promise.allSettled(makings)
      await Promise.race(makings)
      await server.end('SIGKILL')
      await outcomes
    }
    using database = new DatabaseSync(join(folder.path, 'wiki.sqlite'))
    const column = (query: string) =>
      database
        .prepare(query)
        .all()
        .map(({ name }) => String(name).replaceAll('_', ' '))
    const users = column(
      "SELECT user_name AS name FROM user WHERE user_name LIKE 'Newt%' ORDER BY 1",
    )
    for (const name of acknowledged) assert.ok(users.includes(name), name)
    for (const query of [
      "SELECT actor_name AS name FROM actor WHERE actor_name LIKE 'Newt%' ORDER BY 1",
      "SELECT log_title AS name FROM logging WHERE log_title LIKE 'Newt%' ORDER BY 1",
      "SELECT rc_title AS name FROM recentchanges WHERE rc_title LIKE 'Newt%' ORDER BY 1",
      "SELECT wl_title AS name FROM watchlist WHERE wl_title LIKE 'Newt%' AND wl_namespace = 3 ORDER BY 1",
    ])
      assert.deepEqual(column(query), users, query)
  })
})
