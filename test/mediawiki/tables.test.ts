import assert from 'node:assert/strict'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, it } from 'node:test'
import { wikiDdl } from '../../src/storage/sqlite/tables.ts'
import { installMediaWiki, noMediaWiki } from './mediawiki.ts'
import { logins, SharedVisitor } from './shared-visitor.ts'
import { makeWithJeton } from './shared-wiki.ts'

describe('the tables of a new wiki', { skip: noMediaWiki }, () => {
  it('are those that MediaWiki makes', async () => {
    await using mediaWiki = await installMediaWiki()
    using theirs = new DatabaseSync(join(mediaWiki.dataFolder, 'wiki.sqlite'))
    using ours = new DatabaseSync(':memory:')
    ours.exec(wikiDdl())

    assert.deepEqual(tableNames(ours), tableNames(theirs))
    for (const table of tableNames(theirs))
      assert.deepEqual(describeTable(ours, table), describeTable(theirs, table), table)
    // What its updater takes for done.
    const updates = 'SELECT ul_key, ul_value FROM updatelog ORDER BY ul_key'
    assert.deepEqual(ours.prepare(updates).all(), theirs.prepare(updates).all())
  })

  it('let MediaWiki do what Jeton does not', async () => {
    await using wiki = await makeWithJeton()
    const { MediaWiki } = wiki.apiUrls
    const admin = new SharedVisitor()
    await logins['with a password'](admin, MediaWiki, wiki.accounts)
    const page = (title: string) => admin.read(MediaWiki.replace('api.php', `index.php/${title}`))
    assert.match(await page('Special:BotPasswords'), /Special:BotPasswords\/bot"/)

    const [title, text] = ['Main Page', 'Hello [[World]]']
    const token = await admin.token(MediaWiki, 'csrf')
    await admin.ask(MediaWiki, { action: 'edit', title, text, token })
    assert.match(await page('Main_Page'), /Hello <a href="[^"]*World/)
    assert.match(await page('Special:RecentChanges'), /Main Page/)
    await admin.ask(MediaWiki, { action: 'delete', title, token })
    await admin.ask(MediaWiki, { action: 'block', user: '192.0.2.1', token })
    assert.match(await page('Special:Log'), /192\.0\.2\.1/)
  })
})

function tableNames(database: DatabaseSync): readonly string[] {
  const named = "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
  return database
    .prepare(named)
    .all()
    .map(({ name }) => String(name))
}

/** Column by column and index by index, with everything that SQLite knows of them. */
function describeTable(database: DatabaseSync, table: string) {
  const ask = (pragma: string, name: unknown) =>
    database.prepare(`SELECT * FROM ${pragma}(?)`).all(String(name))
  const { sql } = database.prepare('SELECT sql FROM sqlite_master WHERE name = ?').get(table) ?? {}
  return {
    countsUp: String(sql).includes('AUTOINCREMENT'),
    columns: ask('pragma_table_xinfo', table),
    indexes: ask('pragma_index_list', table)
      .map(({ name, unique, origin, partial }) => {
        return { name, unique, origin, partial, columns: ask('pragma_index_xinfo', name) }
      })
      .toSorted((a, b) => String(a.name).localeCompare(String(b.name))),
  }
}
