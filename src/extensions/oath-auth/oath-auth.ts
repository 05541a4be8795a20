import type { Extension } from '../extension.ts'

/** A second factor: codes of an authenticator app. */
export const oathAuth: Extension = {}
