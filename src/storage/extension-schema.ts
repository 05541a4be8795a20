/** Who logs in with a second factor, as the extension OATHAuth for MediaWiki 1.39 keeps it. */
interface OathauthUsersTable {
  /** The account. */
  id: number
  /** `totp`. */
  module: string
  /** JSON: `{"keys": [{"secret": …, "scratch_tokens": […]}]}`. */
  data: string | null
}

/** The tables of extensions, which a wiki has only when it has the extension. */
export type ExtensionTables = {
  oathauth_users: OathauthUsersTable
}
