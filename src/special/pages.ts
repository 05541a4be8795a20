import { apiHelp } from './api-help.ts'
import { apiSandbox } from './api-sandbox.ts'
import { block } from './block.ts'
import { blockList } from './block-list.ts'
import { botPasswords } from './bot-passwords.ts'
import { changeCredentials } from './change-credentials.ts'
import { changePassword } from './change-password.ts'
import { createAccount } from './create-account.ts'
import { linkAccounts } from './link-accounts.ts'
import type { SpecialPage } from './page.ts'
import { preferences } from './preferences.ts'
import { removeCredentials } from './remove-credentials.ts'
import { sessions } from './sessions.ts'
import { specialPages } from './special-pages.ts'
import { tokens } from './tokens.ts'
import { unblock } from './unblock.ts'
import { unlinkAccounts } from './unlink-accounts.ts'
import { userLogin } from './user-login.ts'
import { userLogout } from './user-logout.ts'
import { userRights } from './user-rights.ts'
import { version } from './version.ts'

/** Every page that is made and not written, by its name. */
export const pages: readonly SpecialPage[] = [
  apiHelp,
  apiSandbox,
  block,
  blockList,
  botPasswords,
  changeCredentials,
  changePassword,
  createAccount,
  linkAccounts,
  preferences,
  removeCredentials,
  sessions,
  specialPages,
  tokens,
  unblock,
  unlinkAccounts,
  userLogin,
  userLogout,
  userRights,
  version,
]

const byName = new Map(
  pages.flatMap((page) =>
    [page.name, page.canonicalName, ...page.aliases].map((name) => [fold(name), page]),
  ),
)

/** Finds the page of a name, whatever the case of its letters. */
export function findPage(name: string): SpecialPage | undefined {
  return byName.get(fold(name))
}

function fold(name: string): string {
  return name.replaceAll(' ', '_').toLowerCase()
}
