import type { Block } from '../auth/blocks/block-store.ts'
import { ApiError } from '../result/api-error.ts'
import { blockInfo } from './block-info.ts'
import type { Call, PossibleError } from './module.ts'

/** The errors that `blockedError` makes, for modules to declare. */
export const blockedErrors: readonly PossibleError[] = [
  { key: 'apierror-autoblocked' },
  { key: 'apierror-blocked' },
  { key: 'apierror-blocked-partial' },
]

/** The error that tells somebody which block keeps him from what he wants; `module` is the path of the one that says it. */
export function blockedError(
  module: string,
  block: Block,
  { language }: Pick<Call, 'language'>,
): ApiError {
  return new ApiError(module, keyOf(block), {
    data: { blockinfo: blockInfo(block, language) },
  })
}

function keyOf({ kind, sitewide }: Block) {
  if (kind === 'auto') return 'apierror-autoblocked'
  return sitewide ? 'apierror-blocked' : 'apierror-blocked-partial'
}
