import { changeData } from '../../auth/manager/change-data.ts'
import { ApiError } from '../../result/api-error.ts'
import type { ResultObject } from '../../result/value.ts'
import type { Call, PossibleError } from '../module.ts'
import { authContext } from './auth-context.ts'
import { checkOperation, operationErrors } from './check-operation.ts'
import { findRequest } from './find-request.ts'
import { refuseChange } from './refuse-change.ts'

/** A way to log in that is to end, and the module that ends it. */
export interface Removal {
  readonly module: string
  readonly action: 'remove' | 'unlink'
  readonly operation: 'RemoveCredentials' | 'UnlinkAccount'
  /** What the wiki lets nobody remove. */
  readonly except: readonly string[]
}

/** Ends one of the ways in which somebody can log in. */
export async function removeCredentials(
  { module, action, operation, except }: Removal,
  call: Call<{ readonly request: string }>,
): Promise<ResultObject> {
  const account = await call.user.account()
  if (account === undefined) throw new ApiError(module, 'apierror-mustbeloggedin-removeauth')
  checkOperation(module, operation, call)

  const request = await findRequest(call.params.request, { action, except }, call)
  if (request === undefined) throw new ApiError(module, 'apierror-changeauth-norequest')

  const change = { action: 'remove', request, values: {}, account } as const
  refuseChange(module, await changeData(change, authContext(call)))
  return { status: 'success' }
}

/** What can be wrong with that. */
export const removalErrors: readonly PossibleError[] = [
  { key: 'apierror-mustbeloggedin-removeauth' },
  ...operationErrors,
  { key: 'apierror-changeauth-norequest' },
]
