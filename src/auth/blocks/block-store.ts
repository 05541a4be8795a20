import type { Awaitable } from '../../awaitable.ts'
import type { Message } from '../../messages/message.ts'

/**
 * What a block is of: an account, an address or a range; `auto` of an address that a blocked account
 * used, `system` of one that the settings name; and `several` stands for several blocks of one user.
 */
export type BlockKind = 'account' | 'address' | 'range' | 'auto' | 'system' | 'several'

/** That somebody may not change the wiki. */
export interface Block {
  /** `undefined` unless it is stored. */
  readonly id: number | undefined
  readonly kind: BlockKind
  /** The name of the account, the address or the range. */
  readonly target: string
  /** Who made it; `''` and 0 for nobody. */
  readonly byName: string
  readonly byId: number
  /** What was written, or what is to be said. */
  readonly reason: string | Message
  readonly made: Date
  /** `undefined` for ever. */
  readonly expires: Date | undefined
  /** False for a block from some pages, namespaces or actions only. */
  readonly sitewide: boolean
  readonly createAccount: boolean
  /** Whether it is meant for nobody who is logged in. */
  readonly anonymousOnly: boolean
  /** Whether addresses that the account uses get blocked, too. */
  readonly autoblock: boolean
  /** Which setting makes it, under the name that MediaWiki tells. */
  readonly systemType?: 'proxy' | 'wgSoftBlockRanges'
  /** The blocks that it stands for. */
  readonly parts?: readonly Block[]
}

/** A block as MediaWiki's table `ipblocks` keeps it. */
export interface StoredBlock extends Block {
  readonly id: number
  readonly kind: Exclude<BlockKind, 'system' | 'several'>
  /** The number of the account; 0 for an address or a range. */
  readonly targetId: number
  /** Whether an address or a range is blocked, and not an account. */
  readonly ofAddress: boolean
  /** The block of the account that used the address. */
  readonly parentId: number | undefined
  /** Whether only those may know of the account who may hide users. */
  readonly hidden: boolean
}

/** Where it is looked up who is blocked. */
export interface BlockStore {
  /** The blocks that hold at that time for an account (0: nobody's) or an address; the same object whenever there are none. */
  find(userId: number, address: string | undefined, now: Date): Awaitable<readonly StoredBlock[]>
  /** A block that holds at that time, by its number. */
  findById(id: number, now: Date): Promise<StoredBlock | undefined>
  /** The block that holds at that time of just this account, address or range, if possible no automatic one. */
  findByTarget(name: string, now: Date): Promise<StoredBlock | undefined>
}
