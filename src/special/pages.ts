import type { Settings } from '../settings/settings.ts'
import { apiHelp } from './api-help.ts'
import { apiSandbox } from './api-sandbox.ts'
import { block } from './block.ts'
import { blockList } from './block-list.ts'
import { botPasswords } from './bot-passwords.ts'
import { changeCredentials } from './change-credentials.ts'
import { changeEmail } from './change-email.ts'
import { changePassword } from './change-password.ts'
import { confirmEmail } from './confirm-email.ts'
import { createAccount } from './create-account.ts'
import { invalidateEmail } from './invalidate-email.ts'
import { linkAccounts } from './link-accounts.ts'
import { manageTwoFactor } from './manage-two-factor.ts'
import type { SpecialPage } from './page.ts'
import { passwordReset } from './password-reset.ts'
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

/** Every page that is made and not written, by its name; some wikis do not have all. */
export const pages: readonly SpecialPage[] = [
  apiHelp,
  apiSandbox,
  block,
  blockList,
  botPasswords,
  changeCredentials,
  changeEmail,
  changePassword,
  confirmEmail,
  createAccount,
  invalidateEmail,
  linkAccounts,
  manageTwoFactor,
  passwordReset,
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

/** The pages that a wiki has. */
export function pagesOf(settings: Settings): readonly SpecialPage[] {
  return pages.filter((page) => isThere(page, settings))
}

/** Finds the page of a name, whatever the case of its letters. */
export function findPage(name: string, settings: Settings): SpecialPage | undefined {
  const page = byName.get(fold(name))
  return page !== undefined && isThere(page, settings) ? page : undefined
}

function isThere({ extension }: SpecialPage, { Extensions }: Settings): boolean {
  return extension === undefined || Extensions.includes(extension)
}

function fold(name: string): string {
  return name.replaceAll(' ', '_').toLowerCase()
}
