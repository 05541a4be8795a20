import type { BlockFixture, Fixture, InterwikiFixture } from '../../src/compare/conversation.ts'
import type { OpenWiki } from '../../src/index.ts'

/** Makes a fixture so on a wiki of ours; what has no function yet is written as rows. */
export async function prepareJeton(
  wiki: OpenWiki,
  { accounts = [], botPasswords = [], blocks = [], interwikis = [] }: Fixture,
): Promise<Readonly<Record<string, string>>> {
  for (const interwiki of interwikis) await writeInterwiki(wiki, interwiki)
  for (const { newMessages, ...account } of accounts) {
    await wiki.createAccount(account)
    if (newMessages) await leaveMessage(wiki, account.name)
  }
  if (blocks.length > 0)
    await wiki.createAccount({ name: 'Blocker', password: 'unguessable-blocking-word' })
  for (const block of blocks) await writeBlock(wiki, block)

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

/** One row of `ipblocks`, with its reason in `comment`, as MediaWiki 1.39 keeps them. */
async function writeBlock(wiki: OpenWiki, block: BlockFixture): Promise<void> {
  const { comment_id } = await wiki.database
    .insertInto('comment')
    .values({ comment_hash: 0, comment_text: block.reason, comment_data: null })
    .returning('comment_id')
    .executeTakeFirstOrThrow()
  const { actor_id } = await wiki.database
    .selectFrom('actor')
    .select('actor_id')
    .where('actor_name', '=', 'Blocker')
    .executeTakeFirstOrThrow()
  await wiki.database
    .insertInto('ipblocks')
    .values({
      ipb_address: block.user,
      ipb_user: await findUserId(wiki, block.user),
      ipb_by_actor: actor_id,
      ipb_reason_id: comment_id,
      ipb_timestamp: timestamp(new Date()),
      ipb_auto: 0,
      ipb_anon_only: 0,
      ipb_create_account: block.mayCreateAccounts ? 0 : 1,
      ipb_enable_autoblock: 0,
      ipb_expiry: block.expiry ? timestamp(new Date(block.expiry)) : 'infinity',
      ipb_range_start: '',
      ipb_range_end: '',
      ipb_deleted: 0,
      ipb_block_email: 0,
      ipb_allow_usertalk: 1,
      ipb_parent_block_id: null,
      ipb_sitewide: 1,
    })
    .execute()
}

async function findUserId(wiki: OpenWiki, name: string): Promise<number> {
  const { user_id } = await wiki.database
    .selectFrom('user')
    .select('user_id')
    .where('user_name', '=', name)
    .executeTakeFirstOrThrow()
  return user_id
}

/** A time in MediaWiki's 14 digits. */
function timestamp(date: Date): string {
  return date.toISOString().replaceAll(/[-:T]/g, '').slice(0, 14)
}
