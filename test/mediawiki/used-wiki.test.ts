import assert from 'node:assert/strict'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { after, before, describe, it } from 'node:test'
import { changed, doEverything, nina, otto } from './deeds.ts'
import { noMediaWiki } from './mediawiki.ts'
import { SharedVisitor } from './shared-visitor.ts'
import { makeWithJeton, makeWithMediaWiki, type SharedWiki } from './shared-wiki.ts'

/** Which rows of a table are compared, in which order, and which columns of them are chance. */
interface Table {
  readonly rows?: string
  readonly order: string
  readonly chance: readonly string[]
}

/** Every table that the deeds leave rows in. */
// biome-ignore format: a table
const tables: Readonly<Record<string, Table>> = {
  actor:                 { order: 'actor_name',             chance: ['actor_id'] },
  change_tag:            { order: 'ct_id',                  chance: [] },
  // Why an autoblock is, each says in its own words.
  comment:               { rows: "* FROM comment WHERE comment_text NOT LIKE '%Nina Newcomer%'", order: 'comment_text', chance: ['comment_id'] },
  ipblocks:              { order: 'ipb_id',                 chance: ['ipb_timestamp', 'ipb_by_actor', 'ipb_reason_id'] },
  ipblocks_restrictions: { order: 'ir_ipb_id, ir_value',    chance: [] },
  log_search:            { order: 'ls_field, ls_value',     chance: ['ls_log_id'] },
  logging:               { order: 'log_id',                 chance: ['log_id', 'log_timestamp', 'log_actor', 'log_comment_id'] },
  recentchanges:         { order: 'rc_id',                  chance: ['rc_id', 'rc_timestamp', 'rc_actor', 'rc_comment_id', 'rc_logid'] },
  // MediaWiki's installer writes a page.
  site_stats:            { rows: 'ss_users FROM site_stats', order: 'ss_row_id', chance: [] },
  user:                  { order: 'user_name',              chance: ['user_password', 'user_touched', 'user_token', 'user_registration', 'user_email_token', 'user_email_token_expires'] },
  user_former_groups:    { order: 'ufg_user, ufg_group',    chance: [] },
  user_groups:           { order: 'ug_user, ug_group',      chance: [] },
  user_properties:       { order: 'up_user, up_property',   chance: [] },
  watchlist:             { order: 'wl_user, wl_namespace',  chance: ['wl_id', 'wl_notificationtimestamp'] },
}

type Rows = Readonly<Record<string, readonly unknown[]>>

/** The rows of a wiki, with `something` where chance has put a value. */
function rowsOf(dataFolder: string): Rows {
  using database = new DatabaseSync(join(dataFolder, 'wiki.sqlite'), {
    readOnly: true,
    timeout: 5000,
  })
  const found = Object.entries(tables).map(([table, { rows, order, chance }]) => {
    const sql = `SELECT ${rows ?? `* FROM "${table}"`} ORDER BY ${order}`
    const known = database
      .prepare(sql)
      .all()
      .map((row) =>
        Object.fromEntries(
          Object.entries(row).map(([column, value]) => [
            column,
            value && chance.includes(column) ? 'something' : value,
          ]),
        ),
      )
    return [table, known]
  })
  return Object.fromEntries(found)
}

/** What has come to be since `before`. */
function added(before: Rows, now: Rows): Rows {
  const isNew = (table: string) => {
    const old = new Set(before[table]?.map((row) => JSON.stringify(row)))
    return (row: unknown) => !old.has(JSON.stringify(row))
  }
  return Object.fromEntries(
    Object.entries(now).map(([table, rows]) => [table, rows.filter(isNew(table))]),
  )
}

/** MediaWiki's installer makes an account for itself: else the same people had other numbers. */
function leaveOutNumber(dataFolder: string): void {
  using database = new DatabaseSync(join(dataFolder, 'wiki.sqlite'), { timeout: 5000 })
  database.exec("UPDATE sqlite_sequence SET seq = seq + 1 WHERE name = 'user'")
}

const makers = { MediaWiki: makeWithMediaWiki, Jeton: makeWithJeton } as const

describe('a wiki on which accounts are made, promoted, blocked and changed', {
  skip: noMediaWiki,
}, () => {
  const resources = new AsyncDisposableStack()
  const wikis = new Map<keyof typeof makers, { wiki: SharedWiki; rows: Rows }>()
  before(async () => {
    const made = Object.entries(makers).map(async ([who, make]) => {
      const maker = who as keyof typeof makers
      const wiki = resources.use(await make())
      if (maker === 'Jeton') leaveOutNumber(wiki.dataFolder)
      const start = rowsOf(wiki.dataFolder)
      await doEverything(wiki.apiUrls[maker], wiki.accounts)
      wikis.set(maker, { wiki, rows: added(start, rowsOf(wiki.dataFolder)) })
    })
    // Both have to be there before one of them can be ended.
    await Promise.allSettled(made)
    await Promise.all(made)
  })
  after(() => resources.disposeAsync())

  for (const table of Object.keys(tables)) {
    it(`has the same rows in ${table}, whether Jeton or MediaWiki did it`, () => {
      assert.deepEqual(wikis.get('Jeton')?.rows[table], wikis.get('MediaWiki')?.rows[table])
    })
  }

  for (const [did, shows] of [
    ['Jeton', 'MediaWiki'],
    ['MediaWiki', 'Jeton'],
  ] as const) {
    describe(`by ${did},`, () => {
      const there = () => {
        const found = wikis.get(did)
        if (found === undefined)
          throw new Error(`Cannot look at the wiki of ${did}: it was not made`)
        return { apiUrl: found.wiki.apiUrls[shows], accounts: found.wiki.accounts }
      }

      it(`lets them log in with their passwords on ${shows}`, async () => {
        const { apiUrl } = there()
        for (const { name, password } of [otto, { ...nina, password: changed }]) {
          const visitor = new SharedVisitor()
          await visitor.logIn(apiUrl, name, password)
          assert.equal((await visitor.whoAmI(apiUrl)).name, name)
        }
        await assert.rejects(new SharedVisitor().logIn(apiUrl, nina.name, nina.password), /Failed/)
      })

      it(`shows groups, blocks and preferences the same on ${shows}`, async () => {
        const { apiUrl, accounts } = there()
        const visitor = new SharedVisitor()
        await visitor.logIn(apiUrl, accounts.user, accounts.password)
        const asked = {
          ...{ action: 'query', list: 'users|blocks', ususers: `${nina.name}|${otto.name}` },
          ...{ usprop: 'groups|groupmemberships|gender|blockinfo|emailable' },
          bkprop: 'user|by|expiry|reason|range|flags|restrictions',
        }
        const here = there().accounts && wikis.get(did)?.wiki.apiUrls[did]
        const [one, other] = [
          await visitor.ask(apiUrl, asked),
          await visitor.ask(here ?? '', asked),
        ]
        assert.deepEqual(one.query, other.query)
      })
    })
  }

  it('shows what Jeton did in the log of MediaWiki', async () => {
    const [here, there] = [wikis.get('Jeton'), wikis.get('MediaWiki')]
    const asked = {
      action: 'query',
      list: 'logevents',
      leprop: 'type|title|user|details|comment|tags',
      lelimit: 'max',
      ledir: 'newer',
    }
    const entries = async (wiki: SharedWiki | undefined) => {
      const visitor = new SharedVisitor()
      const { MediaWiki = '' } = wiki?.apiUrls ?? {}
      await visitor.logIn(MediaWiki, wiki?.accounts.user ?? '', wiki?.accounts.password ?? '')
      const { query } = await visitor.ask(MediaWiki, asked)
      // MediaWiki's installer writes a page, and its account without a word.
      const own = ['create/create', 'newusers/autocreate']
      return query.logevents.filter(({ type, action }) => !own.includes(`${type}/${action}`))
    }
    assert.deepEqual(await entries(here?.wiki), await entries(there?.wiki))
  })
})
