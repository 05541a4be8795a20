import { allusers } from './allusers.ts'
import { authmanagerinfo } from './authmanagerinfo.ts'
import { blocks } from './blocks.ts'
import type { QueryModules } from './query-module.ts'
import { siteinfo } from './siteinfo.ts'
import { tokens } from './tokens.ts'
import { userinfo } from './userinfo.ts'
import { users } from './users.ts'

const own = {
  prop: {},
  list: { allusers, blocks, users },
  meta: { authmanagerinfo, siteinfo, tokens, userinfo },
} as const satisfies QueryModules

/** The parts of a query with what each takes and answers, for clients that are typed by them. */
export type OwnQueryModules = typeof own

/** What a query can be asked for; a program that has more gives it to `defineQuery` with these. */
export const queryModules: QueryModules = own
