import type { Extension } from '../extension.ts'
import { jetonexplaintoken } from './jetonexplaintoken.ts'

/** Tells clients why a token was refused, for which MediaWiki has nothing; its name is ours. */
export const jetonTokens: Extension = { modules: { jetonexplaintoken } }
