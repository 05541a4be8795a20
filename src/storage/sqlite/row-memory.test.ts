import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempDisposable } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, it } from 'node:test'
import { setImmediate } from 'node:timers/promises'
import { Kysely } from 'kysely'
import { StoreUnavailable } from '../../session/store-unavailable.ts'
import { sqliteDialect } from './dialect.ts'
import { RowMemory } from './row-memory.ts'
import { SqliteConnection } from './sqlite-connection.ts'

interface Tables {
  note: { name: string; text: string; bytes: Uint8Array | null }
  other: { name: string }
}

/** A file with a memory of its notes, which lists what has been read; and another connection to it. */
async function opened(journal = 'WAL') {
  await using opening = new AsyncDisposableStack()
  const folder = opening.use(await mkdtempDisposable(join(tmpdir(), 'jeton-rows-')))
  const file = join(folder.path, 'notes.sqlite')
  const other = opening.use(new DatabaseSync(file))
  other.exec(`
    PRAGMA journal_mode = ${journal};
    CREATE TABLE note (name TEXT PRIMARY KEY, text TEXT, bytes BLOB);
    CREATE TABLE other (name TEXT);
    INSERT INTO note VALUES ('one', 'a', x'0102'), ('two', 'b', null)`)
  const connection = new SqliteConnection(file, new DatabaseSync(file), 20)
  opening.defer(() => connection.close())
  const database = new Kysely<Tables>({ dialect: sqliteDialect(connection) })
  const made: string[] = []
  const notes = new RowMemory(
    connection,
    () =>
      database
        .selectFrom('note')
        .select(['name', 'text', 'bytes'])
        .where('name', '=', '')
        .compile(),
    ([row]) => {
      made.push(row?.text ?? 'nothing')
      return row && { ...row }
    },
  )
  const put = connection.prepare(() =>
    database.updateTable('note').set({ text: '' }).where('name', '=', '').compile(),
  )
  const rest = opening.move()
  return {
    ...{ file, other, connection, database, notes, made, put },
    [Symbol.asyncDispose]: () => rest.disposeAsync(),
  }
}

describe('what was read of a row', () => {
  it('is the same object for as long as the row is unchanged', async () => {
    await using it = await opened()
    const first = await it.notes.find('one')
    assert.deepEqual(first && { ...first, bytes: [...(first.bytes ?? [])] }, {
      ...{ name: 'one', text: 'a', bytes: [1, 2] },
    })
    assert.equal(await it.notes.find('one'), first)
    assert.equal(await it.notes.find('three'), undefined)
    assert.equal(await it.notes.find('three'), undefined)
    assert.deepEqual(it.made, ['a', 'nothing'])
  })

  it('is the same object whatever else is changed, here and elsewhere', async () => {
    await using it = await opened()
    const first = await it.notes.find('one')
    await it.database.insertInto('other').values({ name: 'x' }).execute()
    assert.equal(await it.notes.find('one'), first)
    it.other.exec("UPDATE note SET text = 'c' WHERE name = 'two'")
    assert.equal(await it.notes.find('one'), first)
    assert.deepEqual(it.made, ['a'])
  })

  for (const journal of ['WAL', 'DELETE']) {
    it(`is read anew at once when another connection has changed it, journal ${journal}`, async () => {
      await using it = await opened(journal)
      for (const text of ['b', 'c', 'd']) {
        await it.notes.find('one')
        it.other.prepare("UPDATE note SET text = ? WHERE name = 'one'").run(text)
        assert.equal((await it.notes.find('one'))?.text, text)
      }
      it.other.exec("UPDATE note SET bytes = x'0103' WHERE name = 'one'")
      assert.deepEqual((await it.notes.find('one'))?.bytes?.[1], 3)
      it.other.exec("DELETE FROM note WHERE name = 'one'")
      assert.equal(await it.notes.find('one'), undefined)
      it.other.exec("INSERT INTO note VALUES ('one', 'e', null)")
      assert.equal((await it.notes.find('one'))?.text, 'e')
    })
  }

  it('is read anew when another process has changed it', async () => {
    await using it = await opened()
    await it.notes.find('one')
    const script = `new (require('node:sqlite').DatabaseSync)(process.argv[1]).exec("UPDATE note SET text = 'z'")`
    const { status } = spawnSync(process.execPath, ['-e', script, it.file])
    assert.equal(status, 0)
    assert.equal((await it.notes.find('one'))?.text, 'z')
  })

  it('is read anew when a statement of this connection has changed it', async () => {
    await using it = await opened()
    await it.notes.find('one')
    await it.database.updateTable('note').set({ text: 'b' }).execute()
    assert.equal((await it.notes.find('one'))?.text, 'b')
    const changed = { name: 'one', text: 'c', bytes: null }
    await it.database
      .insertInto('note')
      .values(changed)
      .onConflict((conflict) => conflict.doUpdateSet(changed))
      .returning('name')
      .execute()
    assert.equal((await it.notes.find('one'))?.text, 'c')
  })

  it('is read anew when it is doubted, and only then if a change shares its commit', async () => {
    await using it = await opened()
    await it.notes.find('one')
    await it.connection.change(() => {
      it.notes.doubt('one')
      it.put.run('b', 'one')
    })
    assert.equal((await it.notes.find('one'))?.text, 'b')
    assert.deepEqual(it.made, ['a', 'b'])
  })

  it('never is what a transaction has written that then failed', async () => {
    await using it = await opened()
    const first = await it.notes.find('one')
    const seen: unknown[] = []
    const failing = it.database.transaction().execute(async (transaction) => {
      await transaction.updateTable('note').set({ text: 'b' }).execute()
      seen.push(it.notes.find('one'))
      throw new Error('changed my mind')
    })
    await assert.rejects(failing, /changed my mind/)
    assert.deepEqual(await Promise.all(seen), [first])
    assert.equal(await it.notes.find('one'), first)
  })

  it('is what a transaction has written once that is committed', async () => {
    await using it = await opened()
    await it.notes.find('one')
    const seen: ReturnType<typeof it.notes.find>[] = []
    await it.database.transaction().execute(async (transaction) => {
      await transaction.updateTable('note').set({ text: 'b' }).execute()
      seen.push(it.notes.find('one'))
    })
    assert.equal((await seen[0])?.text, 'b')
  })

  it('helps nobody while the store does not answer', async () => {
    await using it = await opened('DELETE')
    await it.notes.find('one')
    it.other.exec('BEGIN EXCLUSIVE')
    await assert.rejects(async () => it.notes.find('one'), StoreUnavailable)
    it.other.exec('ROLLBACK')
    assert.equal((await it.notes.find('one'))?.text, 'a')
    await it.connection.close()
    await assert.rejects(async () => it.notes.find('one'), StoreUnavailable)
  })

  it('is, in the turn of a request, what it was after the request came', async () => {
    await using it = await opened()
    const change = (text: string) => it.other.exec(`UPDATE note SET text = '${text}'`)
    const seen = async () => (await it.notes.find('one'))?.text
    await seen()
    change('b')
    it.connection.beginTurn()
    assert.equal(await seen(), 'b')
    change('c')
    assert.equal(await seen(), 'b', 'one look is enough for a request')
    it.connection.beginTurn()
    assert.equal(await seen(), 'c', 'another request has come since')
    await it.database.updateTable('note').set({ text: 'd' }).execute()
    assert.equal(await seen(), 'd', 'what this connection changes it knows')
    change('e')
    await setImmediate()
    assert.equal(await seen(), 'e', 'the turn has ended')
    change('f')
    assert.equal(await seen(), 'f', 'no request has begun in this turn')
  })

  it('is, for prompt requests of one turn, what the first of them has seen', async () => {
    await using it = await opened()
    const change = (text: string) => it.other.exec(`UPDATE note SET text = '${text}'`)
    const seen = async (isPrompt: boolean) => {
      it.connection.beginTurn(isPrompt)
      return (await it.notes.find('one'))?.text
    }
    await setImmediate()
    change('b')
    assert.equal(await seen(true), 'b', 'the first of a turn looks')
    change('c')
    assert.equal(await seen(true), 'b', 'it was on its way before that look')
    assert.equal(await seen(false), 'c', 'it may have been sent since')
    assert.equal(await seen(true), 'c', 'what has been seen stays seen')
    await it.database.updateTable('note').set({ text: 'd' }).execute()
    assert.equal(await seen(true), 'd', 'what this connection changes it knows')
    change('e')
    await setImmediate()
    assert.equal(await seen(true), 'e', 'another turn')
    await setImmediate()
    assert.equal(await seen(false), 'e')
    change('f')
    assert.equal(await seen(true), 'f', 'only what a prompt one has seen is good for another')
  })

  it('is not what a look has seen that failed', async () => {
    await using it = await opened('DELETE')
    await it.notes.find('one')
    await setImmediate()
    it.other.exec('BEGIN EXCLUSIVE')
    it.other.exec("UPDATE note SET text = 'b'")
    it.connection.beginTurn(true)
    const waiting = it.notes.find('one')
    it.other.exec('COMMIT')
    it.connection.beginTurn(true)
    assert.equal((await it.notes.find('one'))?.text, 'b')
    assert.equal((await waiting)?.text, 'b')
  })

  it('stays for who comes again, when more come once than can be remembered', async () => {
    await using it = await opened()
    const count = 3000
    const rows = Array.from({ length: count }, (_, index) => ({ name: `n${index}` }))
    for (const { name } of rows)
      it.other.prepare('INSERT INTO note VALUES (?, ?, null)').run(name, name.repeat(100))
    for (const { name } of rows) await it.notes.find(name)
    it.made.length = 0
    const first = await it.notes.find('one')
    const second = await it.notes.find('one')
    assert.notEqual(second, first)
    for (const { name } of rows) {
      await it.notes.find(name)
      assert.equal(await it.notes.find('one'), second)
    }
    assert.equal(it.made.filter((text) => text === 'a').length, 2)
  })

  it('is found under other values than its key, if that is what it stands for', async () => {
    await using it = await opened()
    assert.equal((await it.notes.find(1, () => ['one']))?.text, 'a')
    assert.equal((await it.notes.find(1, () => assert.fail()))?.text, 'a')
  })
})
