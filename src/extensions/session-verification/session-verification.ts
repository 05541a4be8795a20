import type { Extension } from '../extension.ts'
import { sessionVerification as module } from './session_verification.ts'

/** Lets users prove to other services who they are. */
export const sessionVerification: Extension = { modules: { session_verification: module } }
