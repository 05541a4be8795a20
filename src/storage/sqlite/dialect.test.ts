import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, truncateSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, it } from 'node:test'
import { setImmediate, setTimeout } from 'node:timers/promises'
import { type Generated, Kysely, sql } from 'kysely'
import { StoreUnavailable } from '../../session/store-unavailable.ts'
import { sqliteDialect } from './dialect.ts'
import { SqliteConnection } from './sqlite-connection.ts'

interface Tables {
  note: { id: Generated<number>; text: string }
}

const ddl = 'CREATE TABLE note (id INTEGER PRIMARY KEY AUTOINCREMENT, text TEXT NOT NULL UNIQUE)'

/** Opens a file a second time, as another process would. */
function open(file: string, patienceMilliseconds = 5000) {
  const raw = new DatabaseSync(file)
  const connection = new SqliteConnection(file, raw, patienceMilliseconds)
  const database = new Kysely<Tables>({ dialect: sqliteDialect(connection) })
  return { raw, database, [Symbol.asyncDispose]: () => connection.close() }
}

function temporaryFile() {
  const folder = mkdtempSync(join(tmpdir(), 'jeton-dialect-'))
  const remove = () => rmSync(folder, { recursive: true })
  return { file: join(folder, 'notes.sqlite'), [Symbol.dispose]: remove }
}

function openEmpty(file = ':memory:', patienceMilliseconds?: number) {
  const opened = open(file, patienceMilliseconds)
  opened.raw.exec(ddl)
  return opened
}

describe('sqliteDialect', () => {
  it('tells what a statement did', async () => {
    await using notes = openEmpty()
    const { insertId } = await notes.database
      .insertInto('note')
      .values({ text: 'a' })
      .executeTakeFirstOrThrow()
    assert.equal(insertId, 1n)

    const { numUpdatedRows } = await notes.database
      .updateTable('note')
      .set({ text: 'b' })
      .executeTakeFirstOrThrow()
    assert.equal(numUpdatedRows, 1n)

    const returned = await notes.database
      .insertInto('note')
      .values({ text: 'c' })
      .returning(['id', 'text'])
      .executeTakeFirstOrThrow()
    assert.deepEqual({ ...returned }, { id: 2, text: 'c' })
  })

  it('gives the rows of a stream', async () => {
    await using notes = openEmpty()
    await notes.database
      .insertInto('note')
      .values([{ text: 'a' }, { text: 'b' }])
      .execute()
    const texts = await Array.fromAsync(
      notes.database.selectFrom('note').select('text').stream(),
      ({ text }) => text,
    )
    assert.deepEqual(texts, ['a', 'b'])
  })

  it('understands more statements than it remembers', async () => {
    await using notes = openEmpty()
    for (let turn = 0; turn < 2; turn++) {
      for (let number = 0; number < 300; number++) {
        const { rows } = await sql<{ n: number }>`SELECT ${sql.lit(number)} AS n`.execute(
          notes.database,
        )
        assert.equal(rows[0]?.n, number)
      }
    }
  })

  it('leaves a mistake in SQL what it is', async () => {
    await using notes = openEmpty()
    await assert.rejects(sql`SELEC 1`.execute(notes.database), /syntax error/)
    await notes.database.insertInto('note').values({ text: 'a' }).execute()
    await assert.rejects(
      notes.database.insertInto('note').values({ text: 'a' }).execute(),
      /UNIQUE constraint failed/,
    )
  })
})

describe('a transaction', () => {
  it('keeps others out until it ends', async () => {
    await using notes = openEmpty()
    const { promise: inside, resolve: enter } = Promise.withResolvers<void>()
    const { promise: end, resolve: letEnd } = Promise.withResolvers<void>()
    const transaction = notes.database.transaction().execute(async (changes) => {
      await changes.insertInto('note').values({ text: 'a' }).execute()
      enter()
      await end
      await changes.updateTable('note').set({ text: 'b' }).execute()
    })
    await inside
    const seen = notes.database.selectFrom('note').select('text').execute()
    const second = notes.database
      .transaction()
      .execute((changes) => changes.insertInto('note').values({ text: 'c' }).execute())
    letEnd()
    await Promise.all([transaction, second])
    assert.equal((await seen)[0]?.text, 'b')
  })

  it('leaves nothing behind when it fails', async () => {
    await using notes = openEmpty()
    const failing = notes.database.transaction().execute(async (changes) => {
      await changes.insertInto('note').values({ text: 'a' }).execute()
      throw new Error('changed my mind')
    })
    await assert.rejects(failing, /changed my mind/)
    assert.deepEqual(await notes.database.selectFrom('note').selectAll().execute(), [])
  })

  it('does not go on after SQLite gave it up', async () => {
    await using notes = openEmpty()
    const failing = notes.database.transaction().execute(async (changes) => {
      notes.raw.exec('ROLLBACK')
      await changes.insertInto('note').values({ text: 'a' }).execute()
    })
    await assert.rejects(failing, StoreUnavailable)
    assert.deepEqual(await notes.database.selectFrom('note').selectAll().execute(), [])
  })

  it('ends before the file is closed', async () => {
    using temporary = temporaryFile()
    const notes = openEmpty(temporary.file)
    const transaction = notes.database.transaction().execute(async (changes) => {
      await changes.insertInto('note').values({ text: 'a' }).execute()
      await setImmediate()
      await changes.insertInto('note').values({ text: 'b' }).execute()
    })
    // Its first statement runs before anything else gets a turn.
    await sql`SELECT 1`.execute(notes.database)
    await Promise.all([transaction, notes[Symbol.asyncDispose]()])
    await using again = open(temporary.file)
    assert.equal((await again.database.selectFrom('note').selectAll().execute()).length, 2)
  })
})

describe('a file that another process holds', () => {
  for (const journal of ['WAL', 'DELETE']) {
    it(`is waited for while timers go on, journal ${journal}`, async () => {
      using temporary = temporaryFile()
      await using other = openEmpty(temporary.file)
      other.raw.exec(`PRAGMA journal_mode = ${journal}`)
      await using notes = open(temporary.file)
      other.raw.exec('BEGIN EXCLUSIVE')

      let done = false
      const writing = notes.database
        .transaction()
        .execute((changes) => changes.insertInto('note').values({ text: 'a' }).execute())
        .then(() => {
          done = true
        })
      // Were SQLite waiting, no timer would fire before it gave up.
      for (let tick = 0; tick < 20; tick++) await setTimeout(1)
      assert.equal(done, false)

      other.raw.exec('COMMIT')
      await writing
      assert.equal((await other.database.selectFrom('note').selectAll().execute()).length, 1)
    })
  }

  it('can be read while a write waits', async () => {
    using temporary = temporaryFile()
    await using other = openEmpty(temporary.file)
    other.raw.exec('PRAGMA journal_mode = WAL; BEGIN IMMEDIATE')
    await using notes = open(temporary.file)

    const writing = notes.database.insertInto('note').values({ text: 'a' }).execute()
    assert.deepEqual(await notes.database.selectFrom('note').selectAll().execute(), [])
    other.raw.exec('ROLLBACK')
    await writing
  })

  it('is written in the end, though a reader stands in the way of the commit', async () => {
    using temporary = temporaryFile()
    await using other = openEmpty(temporary.file)
    await using notes = open(temporary.file)
    other.raw.exec('BEGIN; SELECT * FROM note')

    const writing = notes.database
      .transaction()
      .execute((changes) => changes.insertInto('note').values({ text: 'a' }).execute())
    while (!notes.raw.isTransaction) await setImmediate()
    // Now it has come as far as it can: to the commit.
    await setImmediate()
    other.raw.exec('COMMIT')
    await writing
    assert.equal((await notes.database.selectFrom('note').selectAll().execute()).length, 1)
  })

  it('is a store that does not answer, after a while', async () => {
    using temporary = temporaryFile()
    await using other = openEmpty(temporary.file)
    await using notes = open(temporary.file, 20)
    other.raw.exec('BEGIN EXCLUSIVE')

    await assert.rejects(notes.database.selectFrom('note').selectAll().execute(), StoreUnavailable)
    await assert.rejects(
      notes.database.transaction().execute(async () => {}),
      StoreUnavailable,
    )
    other.raw.exec('ROLLBACK')
    assert.deepEqual(await notes.database.selectFrom('note').selectAll().execute(), [])
  })

  it('is not waited for any longer than the caller does', async () => {
    using temporary = temporaryFile()
    await using other = openEmpty(temporary.file)
    await using notes = open(temporary.file)
    other.raw.exec('BEGIN EXCLUSIVE')
    const signal = AbortSignal.timeout(10)
    await assert.rejects(notes.database.selectFrom('note').selectAll().execute({ signal }), {
      name: 'TimeoutError',
    })
  })
})

describe('a store that does not answer', () => {
  it('is one whose disk is full', async () => {
    await using notes = openEmpty()
    notes.raw.exec('PRAGMA max_page_count = 4')
    const text = 'a'.repeat(100_000)
    await assert.rejects(notes.database.insertInto('note').values({ text }).execute(), (error) => {
      assert(error instanceof StoreUnavailable)
      assert(error.cause instanceof Error)
      assert.match(error.cause.message, /full/)
      return true
    })
  })

  it('is one whose disk is full in the middle of a transaction', async () => {
    await using notes = openEmpty()
    notes.raw.exec('PRAGMA max_page_count = 4')
    const failing = notes.database.transaction().execute(async (changes) => {
      await changes.insertInto('note').values({ text: 'a' }).execute()
      await changes
        .insertInto('note')
        .values({ text: 'b'.repeat(100_000) })
        .execute()
    })
    await assert.rejects(failing, StoreUnavailable)
    assert.deepEqual(await notes.database.selectFrom('note').selectAll().execute(), [])
  })

  it('is one that is closed', async () => {
    const notes = openEmpty()
    await notes.database.selectFrom('note').selectAll().execute()
    await notes[Symbol.asyncDispose]()
    await assert.rejects(notes.database.selectFrom('note').selectAll().execute(), StoreUnavailable)
    await assert.rejects(sql`SELECT 1`.execute(notes.database), StoreUnavailable)
    await assert.rejects(
      notes.database.transaction().execute(async () => {}),
      StoreUnavailable,
    )
  })

  it('is one whose file is damaged', async () => {
    using temporary = temporaryFile()
    await using notes = openEmpty(temporary.file)
    await notes.database
      .insertInto('note')
      .values({ text: 'a'.repeat(100_000) })
      .execute()
    truncateSync(temporary.file, 8192)
    await using again = open(temporary.file)
    await assert.rejects(again.database.selectFrom('note').selectAll().execute(), StoreUnavailable)
  })
})
