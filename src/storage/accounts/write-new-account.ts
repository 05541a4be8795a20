import type { Selectable, Transaction } from 'kysely'
import type { NewAccount } from '../../auth/accounts/account-store.ts'
import { databaseTime } from '../../clock.ts'
import { findActor } from '../log/find-actor.ts'
import { writeLogEntry } from '../log/write-log-entry.ts'
import type { MediaWikiTables } from '../schema.ts'

type Tables = Transaction<MediaWikiTables>
type UserRow = Selectable<MediaWikiTables['user']>

/** Writes all rows of a new account; `undefined` if the name is taken. All of it is one transaction. */
export async function writeNewAccount(
  transaction: Tables,
  account: NewAccount,
): Promise<UserRow | undefined> {
  const row = await writeUser(transaction, account)
  if (row === undefined) return undefined

  const { user_id: id, user_name: name } = row
  await findActor(transaction, { id, name })
  const { groups = [], preferences = {}, log } = account
  if (groups.length > 0) {
    const rows = groups.map((group) => ({ ug_user: id, ug_group: group }))
    await transaction.insertInto('user_groups').values(rows).execute()
  }
  const chosen = Object.entries(preferences)
  if (chosen.length > 0) {
    const rows = chosen.map(([key, value]) => ({ up_user: id, up_property: key, up_value: value }))
    await transaction.insertInto('user_properties').values(rows).execute()
  }
  await watchOwnPages(transaction, { id, name })
  await transaction
    .updateTable('site_stats')
    .set((now) => ({ ss_users: now(now.fn.coalesce('ss_users', now.lit(0)), '+', 1) }))
    .execute()
  // Later, so that the new account has news where others made it.
  if (log !== undefined) await writeLogEntry(transaction, log(id))
  return row
}

function writeUser(transaction: Tables, account: NewAccount): Promise<UserRow | undefined> {
  const { realName = '', email = '', temporaryPassword, emailToken } = account
  const created = databaseTime(account.created)
  return transaction
    .insertInto('user')
    .values({
      user_name: account.name,
      user_real_name: realName,
      user_password: account.passwordHash,
      user_newpassword: temporaryPassword?.hash ?? '',
      user_newpass_time: temporaryPassword ? databaseTime(temporaryPassword.made) : null,
      user_email: email,
      // As MediaWiki has it: an address that waits for no confirmation has had its token taken away.
      user_email_token: emailToken?.hash ?? (email === '' ? '' : null),
      user_email_token_expires: emailToken ? databaseTime(emailToken.expires) : null,
      user_touched: created,
      user_token: account.token,
      user_registration: created,
      user_editcount: 0,
      user_password_expires: account.passwordExpires ? databaseTime(account.passwordExpires) : null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .executeTakeFirst()
}

/** Everybody watches their own page and the one to talk to them. */
async function watchOwnPages(
  transaction: Tables,
  { id, name }: { readonly id: number; readonly name: string },
): Promise<void> {
  const watched = {
    ...{ wl_user: id, wl_title: name.replaceAll(' ', '_') },
    wl_notificationtimestamp: null,
  }
  await transaction
    .insertInto('watchlist')
    .values([
      { ...watched, wl_namespace: 2 },
      { ...watched, wl_namespace: 3 },
    ])
    // Another account may have had the number before, in a database that somebody has mended by hand.
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
