import type { Settings } from '../settings/settings.ts'

/** What MediaWiki puts before the keys of one wiki (`ObjectCache::getDefaultKeyspace`). */
export function keyspace({ CachePrefix, DBname }: Settings): string {
  const keyspace = CachePrefix || escaped(DBname)
  return keyspace.replaceAll(' ', '_')
}

/** As `DatabaseDomain` spells a name, so that no hyphen in it is taken for the one between names. */
function escaped(name: string): string {
  return name.replaceAll('?', '??').replaceAll('-', '?h')
}
