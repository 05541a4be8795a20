import type { BlockTarget } from '../../auth/blocks/block-changes.ts'
import type { ListedBlock } from '../../auth/blocks/block-directory.ts'
import type { PageCall } from '../page.ts'

/** Finds the block of just this account, address or range; who is hidden is known to those only who may hide users. */
export async function findOwnBlock(
  target: BlockTarget | undefined,
  { sources, user }: PageCall,
): Promise<ListedBlock | undefined> {
  if (target === undefined) return undefined

  const search = {
    newestFirst: true,
    targets: [target.name],
    seesHidden: await user.may('hideuser'),
    limit: 2,
  }
  const found = await sources.blockDirectory.search(search, sources.now)
  return found.find(({ kind }) => kind !== 'auto')
}
