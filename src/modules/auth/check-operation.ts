import { operationStatus } from '../../auth/manager/operation-status.ts'
import { ApiError } from '../../result/api-error.ts'
import type { Call, PossibleError } from '../module.ts'

/** Refuses what a thief of a session would like to do, unless its owner has logged in a short while ago. */
export function checkOperation<Values>(
  module: string,
  operation: string,
  { session, settings, sources }: Call<Values>,
): void {
  const status = operationStatus(operation, { session, settings, now: sources.now })
  if (status === 'reauth') throw new ApiError(module, 'apierror-reauthenticate')
  if (status === 'fail') throw new ApiError(module, 'apierror-cannotreauthenticate')
}

/** The errors that say so, as a module declares them. */
export const operationErrors: readonly PossibleError[] = [
  { key: 'apierror-reauthenticate' },
  { key: 'apierror-cannotreauthenticate' },
]
