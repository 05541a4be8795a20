import type { Extension } from '../extension.ts'

/** Accounts that are the same on several wikis: here, those of this wiki. */
export const centralAuth: Extension = {}
