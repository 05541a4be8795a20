import type { Transaction } from 'kysely'
import type { CredentialChange } from '../../auth/accounts/account-store.ts'
import { databaseTime } from '../../clock.ts'
import type { MediaWikiTables } from '../schema.ts'

/** Writes how somebody can log in from now on; all of it is one transaction. */
export async function changeCredentials(
  transaction: Transaction<MediaWikiTables>,
  id: number,
  { password, temporaryPassword, isAddition = false, from }: CredentialChange,
): Promise<boolean> {
  const account = transaction.updateTable('user').where('user_id', '=', id)
  const asBefore = from
    ? account
        .where('user_password', '=', from.passwordHash)
        .where('user_newpassword', '=', from.temporaryPasswordHash)
    : account
  const { numUpdatedRows } = await asBefore
    .set({
      ...(password && {
        user_password: password.hash,
        user_password_expires: password.expires ? databaseTime(password.expires) : null,
      }),
      user_newpassword: temporaryPassword?.hash ?? '',
      user_newpass_time: temporaryPassword ? databaseTime(temporaryPassword.made) : null,
    })
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return false
  if (isAddition) return true

  // Their tokens stay: programs that have logged in already go on.
  await transaction
    .updateTable('bot_passwords')
    .set({ bp_password: '' })
    .where('bp_user', '=', id)
    .execute()
  return true
}
