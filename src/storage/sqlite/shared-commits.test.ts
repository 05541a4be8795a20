import assert from 'node:assert/strict'
import { mkdtempDisposable } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, it } from 'node:test'
import { setImmediate, setTimeout } from 'node:timers/promises'
import { type Generated, Kysely } from 'kysely'
import { StoreUnavailable } from '../../session/store-unavailable.ts'
import { sqliteDialect } from './dialect.ts'
import { SqliteConnection } from './sqlite-connection.ts'

interface Tables {
  note: { id: Generated<number>; text: string }
}

/** A file whose connection adds notes, and another that sees what is committed. */
async function opened(patienceMilliseconds = 5000, journal = 'WAL') {
  await using opening = new AsyncDisposableStack()
  const folder = opening.use(await mkdtempDisposable(join(tmpdir(), 'jeton-commits-')))
  const file = join(folder.path, 'notes.sqlite')
  const other = opening.use(new DatabaseSync(file))
  other.exec(`PRAGMA journal_mode = ${journal}`)
  other.exec('CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE)')
  const raw = new DatabaseSync(file)
  const connection = new SqliteConnection(file, raw, patienceMilliseconds)
  opening.defer(() => connection.close())
  const database = new Kysely<Tables>({ dialect: sqliteDialect(connection) })
  const insert = connection.prepare(() =>
    database.insertInto('note').values({ text: '' }).compile(),
  )
  const rest = opening.move()
  const texts = () => other.prepare('SELECT text FROM note ORDER BY id').all()
  return {
    ...{ other, raw, connection, database },
    add: (text: string) => connection.change(() => insert.run(text)),
    committed: () => texts().map(({ text }) => text),
    [Symbol.asyncDispose]: () => rest.disposeAsync(),
  }
}

describe('changes that come at once', () => {
  it('are acknowledged when they are committed, all by one commit', async () => {
    await using it = await opened()
    const version = () => it.other.prepare('PRAGMA data_version').get()?.['data_version']
    const before = Number(version())
    const adding = ['a', 'b', 'c'].map((text) => it.add(text))
    assert.deepEqual(it.committed(), [])
    assert.equal(await adding[0], 1)
    assert.deepEqual(it.committed(), ['a', 'b', 'c'])
    assert.equal(Number(version()), before + 1)
    await Promise.all(adding)
  })

  it('fail each for themselves', async () => {
    await using it = await opened()
    const outcomes = await Promise.allSettled(['a', 'b', 'a', 'c'].map((text) => it.add(text)))
    assert.deepEqual(
      outcomes.map(({ status }) => status),
      ['fulfilled', 'fulfilled', 'rejected', 'fulfilled'],
    )
    assert.deepEqual(it.committed(), ['a', 'b', 'c'])
  })

  it('wait for a transaction that is open, and keep others out of theirs', async () => {
    await using it = await opened()
    const { promise: inside, resolve: enter } = Promise.withResolvers<void>()
    const { promise: end, resolve: letEnd } = Promise.withResolvers<void>()
    const transaction = it.database.transaction().execute(async (changes) => {
      await changes.insertInto('note').values({ text: 'a' }).execute()
      enter()
      await end
      await changes.insertInto('note').values({ text: 'b' }).execute()
    })
    await inside
    const adding = it.add('c')
    for (let turn = 0; turn < 5; turn++) await setImmediate()
    letEnd()
    await Promise.all([transaction, adding])
    assert.deepEqual(it.committed(), ['a', 'b', 'c'])
  })

  for (const journal of ['WAL', 'DELETE']) {
    it(`wait for another process while timers go on, journal ${journal}`, async () => {
      await using it = await opened(5000, journal)
      it.other.exec('BEGIN IMMEDIATE')
      const adding: Promise<number>[] = []
      for (let turn = 0; turn < 5; turn++) {
        adding.push(it.add(`${turn}`))
        await setTimeout(1)
      }
      it.other.exec("INSERT INTO note (text) VALUES ('other'); COMMIT")
      await Promise.all(adding)
      assert.deepEqual(it.committed(), ['other', '0', '1', '2', '3', '4'])
    })
  }

  it('are made in the end, though a reader stands in the way of the commit', async () => {
    await using it = await opened(5000, 'DELETE')
    it.other.exec('BEGIN; SELECT * FROM note')
    const adding = it.add('a')
    while (!it.raw.isTransaction) await setImmediate()
    await setImmediate()
    it.other.exec('COMMIT')
    await adding
    assert.deepEqual(it.committed(), ['a'])
  })

  it('hear after a while that the store does not answer', async () => {
    await using it = await opened(20)
    it.other.exec('BEGIN IMMEDIATE')
    const adding = ['a', 'b'].map((text) => it.add(text))
    for (const each of adding) await assert.rejects(each, StoreUnavailable)
    it.other.exec('ROLLBACK')
    await it.add('c')
    assert.deepEqual(it.committed(), ['c'])
  })

  it('fail all when the disk is full, and leave nothing behind', async () => {
    await using it = await opened()
    it.raw.exec('PRAGMA max_page_count = 4')
    const texts = ['a', 'b'.repeat(100_000), 'c']
    const outcomes = await Promise.allSettled(texts.map((text) => it.add(text)))
    for (const outcome of outcomes)
      assert.ok(outcome.status === 'rejected' && outcome.reason instanceof StoreUnavailable)
    assert.deepEqual(it.committed(), [])
    await it.add('d')
    assert.deepEqual(it.committed(), ['d'])
  })

  it('are made before the file is closed', async () => {
    await using it = await opened()
    const adding = it.add('a')
    await it.connection.close()
    await adding
    assert.deepEqual(it.committed(), ['a'])
    await assert.rejects(it.add('b'), StoreUnavailable)
  })
})
