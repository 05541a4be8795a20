import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, it } from 'node:test'
import { sql } from 'kysely'
import { CannotOpenDatabase } from './cannot-open-database.ts'
import { openSqlite } from './open-sqlite.ts'

function temporaryFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'jeton-sqlite-'))
  return { folder, [Symbol.dispose]: () => rmSync(folder, { recursive: true }) }
}

/** A file as another program left it. */
function makeDatabase(file: string, ddl: string): string {
  const database = new DatabaseSync(file)
  database.exec(ddl)
  database.close()
  return file
}

const session = {
  keyname: 'wiki:MWSession:1',
  value: new Uint8Array([1]),
  exptime: '20260101000000',
}

describe('openSqlite', () => {
  it('makes a wiki that nobody else can read', async () => {
    using temporary = temporaryFolder()
    const file = join(temporary.folder, 'new', 'folder', 'wiki.sqlite')
    await using storage = openSqlite(file)
    assert.equal(statSync(join(file, '..')).mode & 0o777, 0o700)
    for (const name of [file, `${file}-wal`]) assert.equal(statSync(name).mode & 0o777, 0o600)

    const users = await storage.database.selectFrom('site_stats').select('ss_users').execute()
    assert.deepEqual({ ...users[0] }, { ss_users: 0 })
  })

  it('keeps what it acknowledged, whatever happens next', async () => {
    using temporary = temporaryFolder()
    await using storage = openSqlite(join(temporary.folder, 'wiki.sqlite'))
    const { rows: journal } = await sql<{ journal_mode: string }>`PRAGMA journal_mode`.execute(
      storage.database,
    )
    const { rows: sync } = await sql<{ synchronous: number }>`PRAGMA synchronous`.execute(
      storage.database,
    )
    assert.deepEqual([journal[0]?.journal_mode, sync[0]?.synchronous], ['wal', 2])
  })

  it('finds again what it was given', async () => {
    using temporary = temporaryFolder()
    const file = join(temporary.folder, 'wiki.sqlite')
    await using first = openSqlite(file)
    await first.database.insertInto('actor').values({ actor_name: 'Alice' }).execute()
    await first.close()

    await using second = openSqlite(file)
    const actors = await second.database.selectFrom('actor').select('actor_name').execute()
    assert.deepEqual(
      actors.map(({ actor_name }) => actor_name),
      ['Alice'],
    )
  })

  it('gives each caller a memory of its own', async () => {
    await using one = openSqlite(':memory:')
    await using other = openSqlite(':memory:')
    await one.database.insertInto('actor').values({ actor_name: 'Alice' }).execute()
    assert.deepEqual(await other.database.selectFrom('actor').selectAll().execute(), [])
  })

  it('makes one wiki when several processes start at once', async () => {
    using temporary = temporaryFolder()
    const file = join(temporary.folder, 'wiki.sqlite')
    const code = `
      const { openSqlite } = await import(process.argv[1])
      const storage = openSqlite(process.argv[2])
      const { length } = await storage.database.selectFrom('site_stats').selectAll().execute()
      await storage.close()
      process.exitCode = length - 1`
    const module = import.meta.resolve('./open-sqlite.ts')
    const processes = [1, 2, 3, 4].map(() =>
      spawn(process.execPath, ['--input-type=module', '-e', code, module, file], {
        stdio: ['ignore', 'inherit', 'inherit'],
      }),
    )
    const ends = await Promise.all(processes.map((started) => once(started, 'close')))
    assert.deepEqual(ends, Array(4).fill([0, null]))
  })

  it('leaves a wiki that is there as it is', async () => {
    using temporary = temporaryFolder()
    const file = join(temporary.folder, 'wiki.sqlite')
    await openSqlite(file).close()
    makeDatabase(file, 'PRAGMA journal_mode = DELETE; DROP TABLE job; DROP INDEX user_email')
    await openSqlite(file).close()

    const database = new DatabaseSync(file)
    const names = database.prepare(
      "SELECT name FROM sqlite_master WHERE name IN ('job', 'user_email')",
    )
    assert.deepEqual(names.all(), [])
    assert.equal(database.prepare('PRAGMA journal_mode').get()?.['journal_mode'], 'delete')
    database.close()
  })

  it('keeps sessions in the wiki if there is no other place for them', async () => {
    await using storage = openSqlite(':memory:')
    await storage.objectCache.database.insertInto('objectcache').values(session).execute()
    const rows = await storage.database.selectFrom('objectcache').select('keyname').execute()
    assert.equal(rows.length, 1)
  })

  it('finds sessions in the file that MediaWiki made for them', async () => {
    using temporary = temporaryFolder()
    const cache = makeDatabase(
      join(temporary.folder, 'wikicache.sqlite'),
      "CREATE TABLE objectcache (keyname BLOB NOT NULL default '' PRIMARY KEY, value BLOB, exptime BLOB NOT NULL)",
    )
    await using storage = openSqlite(join(temporary.folder, 'wiki.sqlite'))
    await storage.objectCache.database.insertInto('objectcache').values(session).execute()
    await using found = openSqlite(join(temporary.folder, 'other.sqlite'), { cacheFile: cache })
    const rows = await found.objectCache.database.selectFrom('objectcache').selectAll().execute()
    assert.deepEqual(
      rows.map((row) => ({ ...row })),
      [session],
    )
    assert.deepEqual(await found.database.selectFrom('objectcache').selectAll().execute(), [])
  })

  it('keeps sessions in the wiki if it is told so', async () => {
    using temporary = temporaryFolder()
    makeDatabase(join(temporary.folder, 'wikicache.sqlite'), 'CREATE TABLE objectcache (keyname)')
    const file = join(temporary.folder, 'wiki.sqlite')
    await using storage = openSqlite(file, { cacheFile: file })
    await storage.objectCache.database.insertInto('objectcache').values(session).execute()
    assert.equal((await storage.database.selectFrom('objectcache').selectAll().execute()).length, 1)
  })
})

describe('openSqlite says what is wrong with', () => {
  const from = (ddl: string) => (folder: string) => makeDatabase(join(folder, 'wiki.sqlite'), ddl)

  // biome-ignore format: a table
  const wrong: readonly (readonly [what: string, make: (folder: string) => string, says: RegExp])[] = [
    ['text', writeText, /file is not a database/],
    ['a folder', (folder) => folder, /EISDIR/],
    ['a place in a file', (folder) => join(writeText(folder), 'wiki.sqlite'), /EEXIST|ENOTDIR/],
    ['a newer wiki', from('CREATE TABLE user (a); CREATE TABLE block_target (a)'), /1\.43 or newer/],
    ['something else', from('CREATE TABLE song (title)'), /has no table "user", "user_groups"/],
  ]
  for (const [what, make, says] of wrong) {
    it(what, () => {
      using temporary = temporaryFolder()
      const file = make(temporary.folder)
      assert.throws(
        () => openSqlite(file),
        (error) => {
          assert(error instanceof CannotOpenDatabase)
          assert(error.message.startsWith(`Cannot open database "${file}": `))
          assert.match(error.message, says)
          return true
        },
      )
    })
  }

  it('a file that stays locked', () => {
    using temporary = temporaryFolder()
    const file = join(temporary.folder, 'wiki.sqlite')
    const other = new DatabaseSync(file)
    other.exec('BEGIN EXCLUSIVE; CREATE TABLE user (a)')
    assert.throws(() => openSqlite(file, { patienceMilliseconds: 20 }), /keeps it locked/)
    other.close()
  })

  function writeText(folder: string): string {
    const file = join(folder, 'note.txt')
    writeFileSync(file, 'This is no database. '.repeat(100))
    return file
  }
})
