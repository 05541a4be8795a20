import type { ExtensionName } from '../../../settings/extensions.ts'
import type { ExtensionTables } from '../../extension-schema.ts'
import { blob, blobOrNull, empty, id, integer, one, text, zero } from './column.ts'

/** The tables of each extension, as that makes them on SQLite. */
export const extensionTables = {
  CentralAuth: {
    globaluser: {
      columns: {
        gu_id: id,
        gu_name: blobOrNull,
        gu_home_db: blobOrNull,
        gu_email: blobOrNull,
        gu_email_authenticated: blobOrNull,
        gu_salt: blobOrNull,
        gu_password: blobOrNull,
        gu_locked: zero,
        gu_hidden: empty,
        gu_hidden_level: zero,
        gu_registration: blobOrNull,
        gu_password_reset_key: blobOrNull,
        gu_password_reset_expiration: blobOrNull,
        gu_auth_token: blobOrNull,
        gu_cas_token: one,
      },
      unique: { gu_name: 'gu_name' },
      index: {
        gu_email: 'gu_email',
        gu_locked: 'gu_name, gu_locked',
        gu_hidden: 'gu_name, gu_hidden',
        gu_hidden_level: 'gu_name, gu_hidden_level',
      },
    },
    localnames: {
      columns: { ln_wiki: blob, ln_name: blob },
      key: 'ln_wiki, ln_name',
      index: { ln_name_wiki: 'ln_name, ln_wiki' },
    },
  },
  JetonSessions: {},
  JetonTokens: {},
  OATHAuth: {
    oathauth_users: {
      columns: { id: integer, module: text, data: blobOrNull },
      key: 'id',
    },
  },
  ThirdPartySessionVerification: {},
} as const satisfies Readonly<Record<ExtensionName, ExtensionDdl>>

type ExtensionDdl = {
  readonly [Name in keyof ExtensionTables]?: {
    readonly columns: Readonly<Record<keyof ExtensionTables[Name], string>>
    readonly key?: string
    readonly unique?: object
    readonly index?: object
  }
}
