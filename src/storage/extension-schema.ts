import type { Generated } from 'kysely'

/** Who logs in with a second factor, as the extension OATHAuth for MediaWiki 1.39 keeps it. */
interface OathauthUsersTable {
  /** The account. */
  id: number
  /** `totp`. */
  module: string
  /** JSON: `{"keys": [{"secret": …, "scratch_tokens": […]}]}`. */
  data: string | null
}

/** Who is locked or hidden on all wikis at once, as the extension CentralAuth for MediaWiki 1.39 keeps it. */
interface GlobaluserTable {
  gu_id: number
  gu_name: string | null
  /** The wiki that the account is from. */
  gu_home_db: string | null
  gu_email: string | null
  gu_email_authenticated: string | null
  gu_salt: string | null
  gu_password: string | null
  gu_locked: Generated<number>
  /** What `gu_hidden_level` says, in words. */
  gu_hidden: Generated<string>
  /** 0 not at all, 1 from lists, 2 everywhere. */
  gu_hidden_level: Generated<number>
  gu_registration: string | null
  gu_password_reset_key: string | null
  gu_password_reset_expiration: string | null
  gu_auth_token: string | null
  gu_cas_token: Generated<number>
}

/** The names that a wiki has accounts under: global ones, and such as are not. */
interface LocalnamesTable {
  ln_wiki: string
  ln_name: string
}

/** The tables of extensions, which a wiki has only when it has the extension. */
export type ExtensionTables = {
  globaluser: GlobaluserTable
  localnames: LocalnamesTable
  oathauth_users: OathauthUsersTable
}
