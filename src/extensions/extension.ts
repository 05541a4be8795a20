import type { AuthProviders } from '../auth/manager/auth-provider.ts'
import type { Modules } from '../modules/module.ts'
import type { QueryModules } from '../modules/query/query-module.ts'

/** What a wiki has more than MediaWiki's core when it is switched on. */
export interface Extension {
  readonly modules?: Modules
  readonly queryModules?: Partial<QueryModules>
  readonly providers?: Partial<AuthProviders>
}
