import assert from 'node:assert/strict'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, it } from 'node:test'
import { PageVisitor, type SeenPage } from '../page-visitor.ts'
import { Visitor } from '../visitor.ts'
import { createAccount } from './deeds.ts'
import { noMediaWiki } from './mediawiki.ts'
import { rightsDeeds, target } from './rights-deeds.ts'
import { SharedVisitor } from './shared-visitor.ts'
import { makeWithMediaWiki, type SharedWiki } from './shared-wiki.ts'

type Server = keyof SharedWiki['apiUrls']

describe('the pages about groups and blocks beside those of MediaWiki', {
  skip: noMediaWiki,
}, () => {
  it('have the same fields and the same flow, and write the same rows', async () => {
    await using wiki = await makeWithMediaWiki()
    const tess = { name: target, password: 'granite-whisper-lamp' }
    await createAccount(new SharedVisitor(), wiki.apiUrls.MediaWiki, tess)
    const theirs = await doAll(wiki, 'MediaWiki')
    watchNothing(wiki)
    const found = await doAll(wiki, 'Jeton')
    for (const [at, expected] of theirs.entries()) {
      const keepsMore = rightsDeeds[at]?.keepsMore === true
      assert.deepEqual({ ...found[at], ...(keepsMore && { fields: expected.fields }) }, expected)
    }
  })
})

async function doAll(wiki: SharedWiki, server: Server) {
  const pages = await logIn(wiki, server)
  const seen = []
  let logged = lastLogId(wiki)
  for (const { what, page, query, fill } of rightsDeeds) {
    const shown = await pages.open(page, query)
    const answer = fill === undefined ? shown : await pages.submit(shown, fill)
    seen.push({ what, ...describePage(answer), ...rowsOf(wiki, logged) })
    logged = lastLogId(wiki)
  }
  return seen
}

async function logIn({ apiUrls, accounts }: SharedWiki, server: Server): Promise<PageVisitor> {
  const visitor = new Visitor(fetch, apiUrls[server])
  await visitor.logIn(accounts.user, accounts.password)
  return new PageVisitor(fetch, { origin: new URL(apiUrls[server]).origin, jar: visitor.jar })
}

// All forms of Jeton say which page they are of; and it has a group that MediaWiki has not here.
const ours = /^title$|steward/

/** In a subpage MediaWiki has underscores for spaces, and passes them on. */
function spell(values: string | readonly string[]): readonly string[] {
  return [values].flat().map((value) => value.replaceAll('_', ' '))
}

/** What programs see of a page: not its words and its looks. */
function describePage(page: SeenPage) {
  const [leadsTo] = /Special:.*$/.exec(page.location ?? '') ?? []
  const fields = Object.entries(page.fieldsOf('form[method=post]'))
  const told = fields
    .filter(([name]) => !ours.test(name))
    .map(([name, values]) => [name, name === 'wpEditToken' ? 'a token' : spell(values)])
  const asked = page.find('#mw-userrights-form1').length === 1
  return { status: page.status, leadsTo, fields: Object.fromEntries(told), asked }
}

/** What alone is left at the end of the deeds. */
function watchNothing({ dataFolder }: SharedWiki): void {
  using database = new DatabaseSync(join(dataFolder, 'wiki.sqlite'), { timeout: 5000 })
  database.exec('DELETE FROM watchlist WHERE wl_user = 1')
}

function lastLogId({ dataFolder }: SharedWiki): number {
  using database = new DatabaseSync(join(dataFolder, 'wiki.sqlite'), {
    readOnly: true,
    timeout: 5000,
  })
  return Number(database.prepare('SELECT max(log_id) AS last FROM logging').get()?.['last'] ?? 0)
}

// A week from now is not the same second for both.
const soon = (column: string) => `iif(${column} < '2099', 'soon', ${column})`

/** What the pages change, and what the log has got since then. */
const queries = {
  groups: `SELECT ug_group, ${soon('ug_expiry')} AS expiry FROM user_groups WHERE ug_user <> 1 ORDER BY ug_group`,
  blocks: `SELECT ipb_address, ipb_user, ipb_auto, ipb_anon_only, ipb_create_account, ipb_enable_autoblock, ${soon('ipb_expiry')} AS expiry,
    ipb_range_start, ipb_range_end, ipb_deleted, ipb_block_email, ipb_allow_usertalk, ipb_sitewide, iif(ipb_auto, 'own words', comment_text) AS reason
    FROM ipblocks JOIN comment ON comment_id = ipb_reason_id ORDER BY ipb_address`,
  restrictions: 'SELECT ir_type, ir_value FROM ipblocks_restrictions ORDER BY ir_type, ir_value',
  watched:
    'SELECT wl_user, wl_namespace, wl_title FROM watchlist WHERE wl_user = 1 ORDER BY wl_namespace, wl_title',
  log: `SELECT log_type, log_action, log_namespace, log_title, log_page, log_params, log_deleted, comment_text
    FROM logging JOIN comment ON comment_id = log_comment_id WHERE log_id > ? ORDER BY log_id`,
} as const

function rowsOf({ dataFolder }: SharedWiki, logged: number) {
  using database = new DatabaseSync(join(dataFolder, 'wiki.sqlite'), {
    readOnly: true,
    timeout: 5000,
  })
  const found = Object.entries(queries).map(([name, query]) => {
    const rows = database.prepare(query).all(...(name === 'log' ? [logged] : []))
    return [name, rows.map((row) => ({ ...row, ...withoutWeek(row['log_params']) }))]
  })
  return Object.fromEntries(found)
}

function withoutWeek(params: unknown): object {
  if (typeof params !== 'string') return {}
  return { log_params: params.replaceAll(/"20[0-8]\d{11}"/g, '"soon"') }
}
