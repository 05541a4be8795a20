import type { StoredBlock } from './block-store.ts'

/** A block as it stands in a list. */
export interface ListedBlock extends StoredBlock {
  readonly noEmail: boolean
  readonly userTalk: boolean
  /** The first and the last address for which it holds; of an account, the first that there is. */
  readonly range: readonly [first: string, last: string]
  /** What it is from, if not from everything. */
  readonly restrictions: readonly Restriction[]
}

/** A page, a namespace or an action that a block is from, by its number. */
export interface Restriction {
  readonly kind: 'pages' | 'namespaces' | 'actions'
  readonly value: number
  /** The page, while there is one with that number. */
  readonly page?: { readonly namespace: number; readonly text: string }
}

/** Which blocks are looked for. */
export interface BlockSearch {
  readonly newestFirst: boolean
  /** The first in time, of the direction. */
  readonly start?: Date | undefined
  readonly end?: Date | undefined
  /** The block to go on with. */
  readonly from?: { readonly made: Date; readonly id: number } | undefined
  readonly ids?: readonly number[] | undefined
  /** Accounts, addresses and ranges, each exactly so. */
  readonly targets?: readonly string[] | undefined
  /** An address or a range that they hold for. */
  readonly holdingFor?: string | undefined
  /** Whether they are of an account, of one address, of a range, and have an end. */
  readonly ofAccount?: boolean | undefined
  readonly ofAddress?: boolean | undefined
  readonly ofRange?: boolean | undefined
  readonly temporary?: boolean | undefined
  readonly seesHidden: boolean
  readonly limit: number
}

/** Where many blocks are looked up at once. */
export interface BlockDirectory {
  /** The blocks that hold at that time. */
  search(search: BlockSearch, now: Date): Promise<readonly ListedBlock[]>
}
