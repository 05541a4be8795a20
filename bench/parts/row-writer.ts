import { closeSync, fsyncSync, openSync } from 'node:fs'
import { DatabaseSync, type StatementSync } from 'node:sqlite'
import { databaseTime } from '../../src/clock.ts'
import type { SessionUser } from '../../src/session/session-users.ts'

/** Writes rows into MediaWiki's tables, a million a minute: in one transaction, with nothing kept until its end. */
export class RowWriter implements Disposable {
  readonly #file: string
  readonly #database: DatabaseSync
  readonly #user: StatementSync
  readonly #actor: StatementSync
  readonly #cached: StatementSync
  readonly #botPassword: StatementSync
  readonly #now = databaseTime(new Date())

  constructor(file: string) {
    this.#file = file
    const database = new DatabaseSync(file)
    // Nobody else has the file yet; should the machine fail now, it is made anew.
    database.exec(
      'PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -500000',
    )
    database.exec('BEGIN EXCLUSIVE')
    this.#database = database
    this.#user = database.prepare(
      `INSERT INTO user (user_id, user_name, user_password, user_newpassword, user_email,
         user_email_token, user_touched, user_token, user_registration, user_editcount)
       VALUES (?, ?, ?, '', '', '', ?, ?, ?, 0)`,
    )
    this.#actor = database.prepare('INSERT INTO actor (actor_user, actor_name) VALUES (?, ?)')
    this.#cached = database.prepare(
      'INSERT INTO objectcache (keyname, value, exptime) VALUES (?, ?, ?)',
    )
    this.#botPassword = database.prepare(
      `INSERT INTO bot_passwords (bp_user, bp_app_id, bp_password, bp_token, bp_restrictions, bp_grants)
       VALUES (?, ?, '', ?, '{"IPAddresses":["0.0.0.0/0","::/0"]}', '["basic"]')`,
    )
  }

  writeUser({ id, name, token }: SessionUser, passwordHash: string): void {
    this.#user.run(id, name, passwordHash, this.#now, token, this.#now)
    this.#actor.run(id, name)
  }

  writeBotPassword(userId: number, appId: string, token: string): void {
    this.#botPassword.run(userId, appId, token)
  }

  writeCached(key: string, value: Uint8Array, expires: number): void {
    this.#cached.run(key, value, databaseTime(new Date(expires * 1000)))
  }

  [Symbol.dispose](): void {
    this.#database.exec('COMMIT; PRAGMA journal_mode = WAL')
    this.#database.close()
    // Else the first durable write of who is measured would have the whole file written to the disk.
    const descriptor = openSync(this.#file, 'r+')
    fsyncSync(descriptor)
    closeSync(descriptor)
  }
}
