import type { PhpArray } from '../php/php-serialize.ts'
import type { LogEntry } from './log-entry.ts'

/** An entry of MediaWiki's public log, as far as it is shown. */
export interface LoggedEntry extends Pick<LogEntry, 'action' | 'reason' | 'made'> {
  /** Who did it; `''` for nobody any more. */
  readonly byName: string
  /** Empty for what an old MediaWiki wrote in other ways. */
  readonly params: PhpArray
}

/** Where it is looked up what was done. */
export interface LogReader {
  /** The newest entries of a type about a page; what was hidden from the public is not among them. */
  latest(about: Pick<LogEntry, 'type' | 'page'>, limit: number): Promise<readonly LoggedEntry[]>
}
