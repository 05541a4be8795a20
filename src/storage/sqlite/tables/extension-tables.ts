import type { ExtensionName } from '../../../settings/extensions.ts'
import type { ExtensionTables } from '../../extension-schema.ts'
import { blobOrNull, integer, text } from './column.ts'

/** The tables of each extension, as that makes them on SQLite. */
export const extensionTables = {
  CentralAuth: {},
  JetonSessions: {},
  OATHAuth: {
    oathauth_users: {
      columns: { id: integer, module: text, data: blobOrNull },
      key: 'id',
    },
  },
  ThirdPartySessionVerification: {},
} as const satisfies Readonly<
  Record<ExtensionName, Partial<Record<keyof ExtensionTables, { columns: object; key: string }>>>
>
