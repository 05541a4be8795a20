import type { Extension } from '../extension.ts'
import { jetonendsession } from './jetonendsession.ts'
import { jetonsessions } from './jetonsessions.ts'

/** Lets users see their sessions and end them, for which MediaWiki has nothing; its name is ours. */
export const jetonSessions: Extension = {
  modules: { jetonendsession },
  queryModules: { list: { jetonsessions } },
}
