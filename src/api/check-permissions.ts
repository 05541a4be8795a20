import type { Call, Module } from '../modules/module.ts'
import { ApiError } from '../result/api-error.ts'
import type { ApiRequest } from './request.ts'

/** Refuses who may not read, or not change, the wiki; and changes while nothing can be changed. */
export async function checkPermissions(
  module: Module,
  request: ApiRequest,
  call: Call,
): Promise<void> {
  const { user, settings } = call
  const reads = typeof module.reads === 'function' ? module.reads(call) : module.reads
  if (reads && !(await user.may('read'))) throw new ApiError('main', 'apierror-readapidenied')
  if (!module.writes) return

  if (!(await user.may('writeapi'))) throw new ApiError('main', 'apierror-writeapidenied')
  const promise = request.header('promise-non-write-api-action')
  if (promise !== undefined && promise !== '' && promise !== '0') {
    throw new ApiError('main', 'apierror-promised-nonwrite-api')
  }
  const { ReadOnly } = settings
  if (ReadOnly)
    throw new ApiError('main', 'apierror-readonly', { data: { readonlyreason: ReadOnly } })
}
