import type { NewBlock } from '../../src/auth/blocks/block-changes.ts'
import { type BlockTelling, blockLogEntry } from '../../src/auth/blocks/block-log.ts'
import type { BlockFixture, Fixture, InterwikiFixture } from '../../src/compare/conversation.ts'
import type { OpenWiki } from '../../src/index.ts'
import { readPageTitle } from '../../src/modules/query/page-title.ts'

const blocker = { name: 'Blocker', password: 'unguessable-blocking-word' }

/** Makes a fixture so on a wiki of ours; what has no function is written as rows. */
export async function prepareJeton(
  wiki: OpenWiki,
  { accounts = [], botPasswords = [], blocks = [], pages = [], interwikis = [] }: Fixture,
): Promise<Readonly<Record<string, string>>> {
  for (const interwiki of interwikis) await writeInterwiki(wiki, interwiki)
  for (const { newMessages, ...account } of accounts) {
    await wiki.createAccount(account)
    if (newMessages) await leaveMessage(wiki, account.name)
  }
  if (blocks.length > 0) await wiki.createAccount(blocker)
  for (const block of blocks) await placeBlock(wiki, block)
  for (const title of pages) await writePage(wiki, title)

  const secrets: Record<string, string> = {}
  for (const { secret, ...wanted } of botPasswords)
    secrets[secret] = (await wiki.createBotPassword(wanted)).password
  return secrets
}

async function writeInterwiki(
  { database }: OpenWiki,
  { prefix, url, api = '' }: InterwikiFixture,
): Promise<void> {
  const row = { iw_prefix: prefix, iw_url: url, iw_api: api, iw_wikiid: '', iw_local: 0 }
  await database.insertInto('interwiki').values(row).execute()
}

async function leaveMessage(wiki: OpenWiki, name: string): Promise<void> {
  const userId = await findUserId(wiki, name)
  await wiki.database
    .insertInto('user_newtalk')
    .values({ user_id: userId, user_ip: '', user_last_timestamp: null })
    .execute()
}

async function placeBlock(
  wiki: OpenWiki,
  { user, reason, expiry, mayCreateAccounts = false }: BlockFixture,
): Promise<void> {
  const block: NewBlock = {
    target: { kind: 'account', id: await findUserId(wiki, user), name: user },
    by: { id: await findUserId(wiki, blocker.name), name: blocker.name },
    reason,
    made: new Date(),
    expires: expiry === undefined ? undefined : new Date(expiry),
    sitewide: true,
    restrictions: { pages: [], namespaces: [], actions: [] },
    createAccount: !mayCreateAccounts,
    ...{ anonymousOnly: false, autoblock: false, noEmail: false, userTalk: false, hidden: false },
    autoblocks: { reason: '', seconds: 0 },
  }
  const telling: BlockTelling = {
    duration: expiry ?? 'infinity',
    restricted: { pages: [], namespaces: [], actions: [] },
    ...{ address: '127.0.0.1', byBot: false, tags: [], tellsUserTalk: true },
  }
  await wiki.stores.blockChanges.place(block, { change: true, hidden: false }, (done) =>
    blockLogEntry(block, done, telling),
  )
}

/** A row of `page`: nobody reads what would be on it. */
async function writePage(wiki: OpenWiki, given: string): Promise<void> {
  const title = readPageTitle(given, { settings: wiki.settings, interwikis: [] })
  if (!('full' in title)) throw new Error(`Cannot make the page "${given}": it has no title`)
  const row = {
    page_namespace: title.namespace,
    page_title: title.text.replaceAll(' ', '_'),
    ...{ page_random: 0.5, page_touched: '20260101000000', page_latest: 0, page_len: 0 },
  }
  await wiki.database.insertInto('page').values(row).execute()
}

async function findUserId(wiki: OpenWiki, name: string): Promise<number> {
  const { user_id } = await wiki.database
    .selectFrom('user')
    .select('user_id')
    .where('user_name', '=', name)
    .executeTakeFirstOrThrow()
  return user_id
}
