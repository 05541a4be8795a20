import type { Settings } from '../settings/settings.ts'

/** What the keys of stored sessions begin with; the session's id follows. */
export function sessionKeyPrefix(settings: Settings): string {
  return `${cacheKeyspace(settings)}:MWSession:`
}

/** What MediaWiki puts before the keys of one wiki (`ObjectCache::getDefaultKeyspace`). */
export function cacheKeyspace({ CachePrefix, DBname }: Settings): string {
  const keyspace = CachePrefix || escaped(DBname)
  return keyspace.replaceAll(' ', '_')
}

/** As `DatabaseDomain` spells a name, so that no hyphen in it is taken for the one between names. */
function escaped(name: string): string {
  return name.replaceAll('?', '??').replaceAll('-', '?h')
}

/**
 * An empty block at the start of deflated bytes. It means nothing to who inflates them, and tells
 * sessions that we saved from those that MediaWiki saved, which never writes one: the latter have to
 * be read to find out whose they are, the former have notes.
 */
export const jetonMark = Buffer.from('000000ffff', 'hex')
