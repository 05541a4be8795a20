import { mkdtempDisposable } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Clock, systemClock } from '../../src/clock.ts'
import { readSettings } from '../../src/settings/settings.ts'
import { openSqlite } from '../../src/storage/sqlite/open-sqlite.ts'
import { makeStores } from '../../src/storage/stores.ts'
import type { Stores } from '../../src/wiki.ts'
import { testAccountStore } from './account-store.ts'
import { testBotPasswordStore } from './bot-password-store.ts'
import { testCounterStore } from './counter-store.ts'
import { testEmailStore } from './email-store.ts'
import type { Opened } from './opened.ts'
import { testPreferenceStore } from './preference-store.ts'
import { testRateStore } from './rate-store.ts'
import { testSessionIndex } from './session-index.ts'
import { testSessionStore } from './session-store.ts'

const settings = readSettings({})

async function inMemory(clock: Clock): Promise<Opened<Stores>> {
  const storage = openSqlite(':memory:')
  const store = makeStores(storage, { settings, clock })
  return { store, [Symbol.asyncDispose]: () => storage.close() }
}

async function inFile(clock: Clock): Promise<Opened<Stores>> {
  await using opening = new AsyncDisposableStack()
  const folder = opening.use(await mkdtempDisposable(join(tmpdir(), 'jeton-contract-')))
  const storage = opening.use(openSqlite(join(folder.path, 'wiki.sqlite')))
  const store = makeStores(storage, { settings, clock })
  const opened = opening.move()
  return { store, [Symbol.asyncDispose]: () => opened.disposeAsync() }
}

const places = { 'on SQLite in memory': inMemory, 'on SQLite in a file': inFile } as const

for (const [where, open] of Object.entries(places)) {
  const only =
    <Store>(choose: (stores: Stores) => Store) =>
    async (clock: Clock = systemClock): Promise<Opened<Store>> => {
      const { store, [Symbol.asyncDispose]: close } = await open(clock)
      return { store: choose(store), [Symbol.asyncDispose]: close }
    }
  testSessionStore(
    where,
    only(({ sessions }) => sessions),
  )
  testSessionIndex(
    where,
    only(({ sessions, sessionIndex }) => ({ sessions, sessionIndex })),
  )
  testCounterStore(where, () => only(({ counters }) => counters)())
  testRateStore(where, () => only(({ rates }) => rates)())
  testAccountStore(where, () => only((stores) => stores)())
  testEmailStore(where, () => only(({ accounts, emails }) => ({ accounts, emails }))())
  testBotPasswordStore(where, () =>
    only(({ accounts, botPasswords }) => ({ accounts, botPasswords }))(),
  )
  testPreferenceStore(where, () =>
    only(({ accounts, preferences }) => ({ accounts, preferences }))(),
  )
}
