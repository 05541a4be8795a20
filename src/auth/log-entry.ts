import type { PhpArray } from '../php/php-serialize.ts'

/** Who did something: an account, or an address, whose id is 0. */
export interface Performer {
  readonly id: number
  readonly name: string
}

/** That something was done, as MediaWiki's public log and its recent changes tell it. */
export interface LogEntry {
  /** Such as `newusers`, `rights`, `block`. */
  readonly type: string
  /** Such as `create2`, `rights`, `unblock`. */
  readonly action: string
  readonly by: Performer
  /** The page that it is about; an account's or an address's is in namespace 2, without the prefix. */
  readonly page: { readonly namespace: number; readonly title: string }
  readonly reason: string
  /** What MediaWiki tells of it, under its keys: `4::userid`. */
  readonly params: PhpArray
  readonly made: Date
  /** The address of the client. */
  readonly address: string
  /** Whether it stands among the recent changes, too, and whether as a bot's. */
  readonly recent: boolean
  readonly byBot?: boolean
  /** The tags that the change is marked with. */
  readonly tags?: readonly string[]
  /** By which ids of other things it can be found: `ipb_id`. */
  readonly relations?: Readonly<Record<string, readonly string[]>>
}

/** The user page of an account or an address, as what an entry is about. */
export function userPage(name: string): LogEntry['page'] {
  return { namespace: 2, title: name }
}
