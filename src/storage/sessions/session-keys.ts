import type { Settings } from '../../settings/settings.ts'
import { keyspace } from '../keyspace.ts'

/** What the keys of stored sessions begin with; the session's id follows. */
export function sessionKeyPrefix(settings: Settings): string {
  return `${keyspace(settings)}:MWSession:`
}

/**
 * An empty block at the start of deflated bytes. It means nothing to who inflates them, and tells
 * sessions that we saved from those that MediaWiki saved, which never writes one: the latter have to
 * be read to find out whose they are, the former have notes.
 */
export const jetonMark = Buffer.from('000000ffff', 'hex')
