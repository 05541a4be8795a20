/** That somebody may not change the wiki, as MediaWiki's table `ipblocks` keeps it. */
export interface Block {
  readonly id: number
  /** Who made it. */
  readonly byName: string
  readonly byId: number
  readonly reason: string
  readonly made: Date
  /** `undefined` for ever. */
  readonly expires: Date | undefined
  /** False for a block from some pages or namespaces only. */
  readonly sitewide: boolean
  readonly createAccount: boolean
  /** Whether it is meant for nobody who is logged in. */
  readonly anonymousOnly: boolean
}

/** A block, and whom it is of. */
export interface StoredBlock extends Block {
  /** Whether an address or a range is blocked, and not an account. */
  readonly ofAddress: boolean
}

/** Where blocks live. */
export interface BlockStore {
  /** The blocks that hold for an account (0: nobody's) or an address at that time. */
  find(userId: number, address: string, now: Date): Promise<readonly StoredBlock[]>
}
