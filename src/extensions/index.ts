import type { ExtensionName } from '../settings/extensions.ts'
import { centralAuth } from './central-auth/central-auth.ts'
import type { Extension } from './extension.ts'
import { oathAuth } from './oath-auth/oath-auth.ts'

/** What each extension brings, by its name in the setting `Extensions`. */
export const extensions: Readonly<Record<ExtensionName, Extension>> = {
  CentralAuth: centralAuth,
  OATHAuth: oathAuth,
}
