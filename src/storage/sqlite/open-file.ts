import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  mkdirSync,
  openSync,
  statSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { CannotOpenDatabase } from './cannot-open-database.ts'
import { isBusy } from './sqlite-error.ts'

/**
 * Opens one file, and has its tables looked after.
 *
 * While a process starts, nobody is kept waiting: so here, and only here, SQLite itself waits
 * for other processes.
 */
export function openFile(
  file: string,
  patienceMilliseconds: number,
  prepare: (database: DatabaseSync, file: string) => void,
): DatabaseSync {
  using opened = new DisposableStack()
  try {
    const isNew = file !== ':memory:' && makeFile(file)
    const database = opened.adopt(
      new DatabaseSync(file, { timeout: patienceMilliseconds, enableForeignKeyConstraints: false }),
      (it) => it.close(),
    )
    if (isNew) database.exec('PRAGMA journal_mode = WAL')
    database.exec('PRAGMA synchronous = FULL')
    // Four times the default: pages that change often are copied into the file less often, and whoever
    // waits for that is one of more than a hundred.
    database.exec('PRAGMA wal_autocheckpoint = 4000')
    prepare(database, file)
    database.exec('PRAGMA busy_timeout = 0')
    opened.move()
    return database
  } catch (error) {
    // Whoever starts Jeton reads this: so say what to put right.
    if (error instanceof CannotOpenDatabase) throw error
    throw new CannotOpenDatabase(file, stateOf(error), { cause: error })
  }
}

/** Before SQLite would: what is in it is nobody else's business. Tells whether it is empty. */
function makeFile(file: string): boolean {
  const folder = dirname(file)
  makeFolder(folder)
  // SQLite makes files beside its own.
  accessSync(folder, constants.W_OK)
  closeSync(openSync(file, 'a', 0o600))
  return statSync(file).size === 0
}

/** Node's own way of making a whole path never ends where none can be made, as below /proc. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return

  makeFolder(dirname(folder))
  try {
    mkdirSync(folder, { mode: 0o700 })
  } catch (error) {
    // Another process may have been quicker.
    if (!existsSync(folder)) throw error
  }
}

function stateOf(error: unknown): string {
  if (isBusy(error)) return 'another process keeps it locked'
  return error instanceof Error ? error.message : String(error)
}
