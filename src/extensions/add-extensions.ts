import type { AuthProviders } from '../auth/manager/auth-provider.ts'
import { modules as coreModules } from '../modules/index.ts'
import type { Modules } from '../modules/module.ts'
import { defineQuery } from '../modules/query/define-query.ts'
import { type QueryModules, queryGroups } from '../modules/query/query-module.ts'
import { queryModules } from '../modules/query/query-modules.ts'
import type { Extension } from './extension.ts'

/** The modules of a wiki with these extensions; without any, those of every wiki. */
export function modulesWith(extensions: readonly Extension[]): Modules {
  const added = extensions.flatMap(({ modules }) => Object.entries(modules ?? {}))
  const asked = extensions.flatMap((extension) => extension.queryModules ?? [])
  const query = asked.length > 0 ? { query: defineQuery(queryModulesWith(asked)) } : {}
  return { ...coreModules, ...query, ...Object.fromEntries(added) }
}

function queryModulesWith(added: readonly Partial<QueryModules>[]): QueryModules {
  const groups = queryGroups.map((group) => [
    group,
    Object.assign({}, queryModules[group], ...added.map((modules) => modules[group])),
  ])
  return Object.fromEntries(groups)
}

/**
 * Those who have a say in authentication: every wiki's, and those of extensions. What these ask
 * beside a password comes first, before somebody may choose another one.
 */
export function joinProviders(
  first: AuthProviders,
  more: readonly (Partial<AuthProviders> | undefined)[],
): AuthProviders {
  return {
    pre: [...first.pre, ...more.flatMap((each) => each?.pre ?? [])],
    primary: [...first.primary, ...more.flatMap((each) => each?.primary ?? [])],
    secondary: [...more.flatMap((each) => each?.secondary ?? []), ...first.secondary],
  }
}
