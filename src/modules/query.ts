import { defineQuery } from './query/define-query.ts'
import { queryModules } from './query/query-modules.ts'

/** Asks several things at once. */
export const query = defineQuery(queryModules)
