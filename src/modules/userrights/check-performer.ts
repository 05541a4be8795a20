import { ApiError } from '../../result/api-error.ts'
import { blockedError } from '../blocked-error.ts'
import type { Call } from '../module.ts'

/** Refuses who is blocked, unless he may change all groups: he could put himself into any. */
export async function checkBlocks(call: Call<unknown>): Promise<void> {
  const { user } = call
  if (await user.may('userrights')) return

  const block = await user.block()
  if (block?.sitewide) throw blockedError('userrights', block, call)
}

/** Refuses who may not mark changes with tags, even where none are given; which there are has been checked. */
export async function checkTagging({ user }: Call<unknown>): Promise<void> {
  if (!(await user.may('applychangetags'))) {
    throw new ApiError('userrights', 'tags-apply-no-permission')
  }
  const block = await user.block()
  if (block?.sitewide) {
    throw new ApiError('userrights', 'tags-apply-blocked', { params: [user.name] })
  }
}
