import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import type { UserName } from '../../src/auth/names/user-name.ts'
import { readDatabaseTime } from '../../src/clock.ts'
import { fetchWiki } from '../../src/http/fetch.ts'
import { createWiki } from '../../src/index.ts'
import { sessionIndex } from '../../src/storage/sessions/session-index.ts'
import { openSqlite } from '../../src/storage/sqlite/open-sqlite.ts'
import { makeStores } from '../../src/storage/stores.ts'
import type { Stores, Wiki } from '../../src/wiki.ts'
import { fillHashQueue } from '../fill-hash-queue.ts'
import { Dice } from '../fuzz/dice.ts'
import { StoppedClock } from '../stopped-clock.ts'
import { Visitor } from '../visitor.ts'
import { type Browser, browserOf, names } from './browser.ts'
import { Ledger, noDeeds } from './ledger.ts'

/** A password that is stored cheaply, so that ten thousand schedules check it in no time. */
export function hashOf(password: string): string {
  return `:A:${createHash('md5').update(password).digest('hex')}`
}

/** Those who have accounts: the second password takes the place of the first when it is changed. */
export const people = {
  alice: { id: 1, name: 'Alice', passwords: ['mellow-lantern-quarry', 'granite-whisper-lamp'] },
  bob: { id: 2, name: 'Bob', passwords: ['crooked-harbour-violin', 'silver-thimble-orchard'] },
} as const

export const botApp = 'sweeper'
export const botSecret = '0123456789abcdefghijklmnopqrstuv'

/** Where a schedule begins. */
export interface Beginning {
  readonly stores: Stores
  readonly ledger: Ledger
  readonly browsers: readonly Browser[]
}

/** A wiki that can be put back to its beginning, where some have sessions already. */
export interface World extends AsyncDisposable {
  readonly wiki: Wiki
  readonly clock: StoppedClock
  /** Puts everything back, and says who is there. */
  begin(): Promise<Beginning>
}

/** Makes a world, whose stores may be spoilt to see whether that is found. */
export async function makeWorld(
  spoil: (stores: Stores) => Stores = (same) => same,
): Promise<World> {
  const clock = new StoppedClock()
  const dice = new Dice(1)
  const opened = createWiki({
    ...{ clock, random: (count) => dice.bytes(count) },
    // Cookies hold the account's token itself, which the ledger knows.
    settings: {
      ...{ PasswordAttemptThrottle: [], AuthenticationTokenVersion: null },
      Extensions: ['JetonSessions'],
    },
  })
  const storage = openSqlite(':memory:')
  const wiki: Wiki = { ...opened, stores: makeStores(storage, opened) }
  // Nobody's cheap hash is made a dear one.
  const release = await fillHashQueue()
  await populate(wiki)
  const browsers = await visit(wiki)
  const { database, objectCache } = storage
  const sessions = await database.selectFrom('objectcache').selectAll().execute()
  const users = await database.selectFrom('user').selectAll().execute()
  const botPasswords = await database.selectFrom('bot_passwords').selectAll().execute()
  const beginning = clock.now().getTime()
  return {
    wiki,
    clock,
    async begin() {
      // A step of sweeping may be due, by the time that it was.
      await setImmediate()
      clock.pass((beginning - clock.now().getTime()) / 1000)
      await database.deleteFrom('objectcache').execute()
      await database.insertInto('objectcache').values(sessions).execute()
      for (const { user_id, user_token, user_password } of users) {
        const query = database.updateTable('user').set({ user_token, user_password })
        await query.where('user_id', '=', user_id).execute()
      }
      await database.deleteFrom('bot_passwords').execute()
      await database.insertInto('bot_passwords').values(botPasswords).execute()

      const ledger = new Ledger()
      for (const { user_id, user_token, user_password } of users) {
        ledger.noteAccountToken(user_id, user_token)
        ledger.notePasswordHash(user_id, user_password)
      }
      for (const { bp_user, bp_app_id, bp_token } of botPasswords) {
        ledger.noteBotToken(bp_user, bp_app_id, bp_token)
      }
      const deeds = {
        ...noDeeds(),
        accountTokens: new Map(users.map(({ user_id, user_token }) => [user_id, user_token])),
      }
      for (const { keyname, value, exptime } of sessions) {
        if (!keyname.includes(':MWSession:')) continue
        const id = keyname.slice(keyname.lastIndexOf(':') + 1)
        const expires = readDatabaseTime(exptime) ?? new Date(0)
        ledger.noteCreated(id, value ?? new Uint8Array(), expires, deeds)
      }
      // It remembers what it has noted, whatever becomes of its table.
      const notes = sessionIndex(objectCache, wiki)
      return {
        ledger,
        stores: spoil({ ...wiki.stores, sessionIndex: notes }),
        browsers: browsers.map((browser) => browser.copy()),
      }
    },
    async [Symbol.asyncDispose]() {
      await release()
      await opened.close()
      await storage.close()
    },
  }
}

async function populate({ stores, clock }: Wiki): Promise<void> {
  for (const { id, name, passwords } of Object.values(people)) {
    await stores.accounts.create({
      // It is canonical as it stands.
      name: name as UserName,
      passwordHash: hashOf(passwords[0]),
      token: String(id).repeat(32),
      created: clock.now(),
    })
    await stores.botPasswords.create({
      ...{ userId: id, appId: botApp, passwordHash: hashOf(botSecret), token: `${id}b`.repeat(16) },
      ...{ grants: ['basic'], addresses: ['0.0.0.0/0'] },
    })
  }
}

async function visit(wiki: Wiki): Promise<readonly Browser[]> {
  const comeIn = async (who: string, name?: string, password = ''): Promise<Browser> => {
    const visitor = new Visitor((request) => fetchWiki(wiki, request))
    if (name !== undefined) await visitor.logIn(name, password)
    return browserOf(who, visitor)
  }
  const { alice, bob } = people
  const atHome = await comeIn('Alice at home', alice.name, alice.passwords[0])
  const thief = atHome.copy('a thief of her session')
  thief.jar.remove(names.token)
  const bobs = await comeIn('Bob', bob.name, bob.passwords[0])
  const mixed = bobs.copy('Bob with her session')
  mixed.jar.put(names.session, atHome.jar.find(names.session) ?? '')
  return [
    ...[atHome, thief, bobs, mixed],
    await comeIn('Alice at work', alice.name, alice.passwords[0]),
    await comeIn('a program of Alice', `${alice.name}@${botApp}`, botSecret),
    await comeIn('a program of Bob', `${bob.name}@${botApp}`, botSecret),
    await comeIn('a newcomer'),
  ]
}
