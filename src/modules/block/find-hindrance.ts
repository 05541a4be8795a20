import type { BlockTarget } from '../../auth/blocks/block-changes.ts'
import type { Block } from '../../auth/blocks/block-store.ts'
import type { Call } from '../module.ts'

/** Why somebody who may block others may not now, and by which block. */
export interface Hindrance {
  readonly key: 'ipbblocked' | 'ipbnounblockself'
  readonly block: Block
}

/**
 * Whoever is blocked from everything blocks and unblocks nobody, but for two: oneself, where that is
 * allowed or one made the block; and who made it, so that one account gone bad cannot silence all others.
 */
export async function findHindrance(
  { user }: Pick<Call, 'user'>,
  target: BlockTarget | undefined,
): Promise<Hindrance | undefined> {
  const block = await user.block()
  if (block === undefined || !block.sitewide) return undefined

  const isSomebody = target !== undefined && target.kind !== 'range'
  if (isSomebody && target.id === user.id) {
    const isFree = block.byName === user.name || (await user.may('unblockself'))
    return isFree ? undefined : { key: 'ipbnounblockself', block }
  }
  if (isSomebody && target.name === block.byName) return undefined
  return { key: 'ipbblocked', block }
}
