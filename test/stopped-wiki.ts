import { inflateRawSync } from 'node:zlib'
import { createWiki, type OpenWiki, type WikiOptions } from '../src/index.ts'
import { PageVisitor } from './page-visitor.ts'
import { StoppedClock } from './stopped-clock.ts'
import { Visitor } from './visitor.ts'

/** Somebody with an account and a bot password. */
export const alice = {
  name: 'Alice',
  password: 'mellow-lantern-quarry',
  botName: 'Alice@sweeper',
  botPassword: '0123456789abcdefghijklmnopqrstuv',
} as const

/** A wiki in this process, whose time stands still. */
export interface StoppedWiki extends AsyncDisposable {
  readonly wiki: OpenWiki
  readonly clock: StoppedClock
  /** Somebody new. */
  visitor(): Visitor
  /** Somebody new who reads pages; or a visitor of the API, who now does. */
  pages(visitor?: Visitor): PageVisitor
}

/** Makes a wiki where Alice has an account and a bot password. */
export async function stoppedWiki(options: WikiOptions = {}): Promise<StoppedWiki> {
  const clock = new StoppedClock()
  const wiki = createWiki({ clock, testMode: true, ...options })
  await wiki.createAccount({ name: alice.name, password: alice.password, groups: ['bot'] })
  await wiki.createBotPassword({
    ...{ user: alice.name, appId: 'sweeper', password: alice.botPassword },
    grants: ['basic', 'highvolume'],
  })
  return {
    wiki,
    clock,
    visitor: () => new Visitor(wiki.fetch),
    pages: (visitor) => new PageVisitor(wiki.fetch, visitor && { jar: visitor.jar }),
    [Symbol.asyncDispose]: () => wiki.close(),
  }
}

/** A stored session: its bytes as PHP's serialize() wrote them, and when it expires. */
export async function findStoredSession(
  wiki: OpenWiki,
  id: string | undefined,
): Promise<{ text: string; exptime: string } | undefined> {
  const row = await wiki.database
    .selectFrom('objectcache')
    .select(['value', 'exptime'])
    .where('keyname', '=', `wiki:MWSession:${id}`)
    .executeTakeFirst()
  const text = row?.value && inflateRawSync(row.value).toString('latin1')
  return row && { text: text || '', exptime: row.exptime }
}

/** Replaces the bytes of a stored session. */
export async function storeSession(
  wiki: OpenWiki,
  id: string | undefined,
  value: Uint8Array | null,
): Promise<void> {
  await wiki.database
    .updateTable('objectcache')
    .set({ value })
    .where('keyname', '=', `wiki:MWSession:${id}`)
    .executeTakeFirstOrThrow()
}
