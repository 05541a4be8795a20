import type { ExtensionName } from '../settings/extensions.ts'
import { centralAuth } from './central-auth/central-auth.ts'
import type { Extension } from './extension.ts'
import { jetonSessions } from './jeton-sessions/jeton-sessions.ts'
import { jetonTokens } from './jeton-tokens/jeton-tokens.ts'
import { oathAuth } from './oath-auth/oath-auth.ts'
import { sessionVerification } from './session-verification/session-verification.ts'

/** What each extension brings, by its name in the setting `Extensions`. */
export const extensions: Readonly<Record<ExtensionName, Extension>> = {
  CentralAuth: centralAuth,
  JetonSessions: jetonSessions,
  JetonTokens: jetonTokens,
  OATHAuth: oathAuth,
  ThirdPartySessionVerification: sessionVerification,
}
