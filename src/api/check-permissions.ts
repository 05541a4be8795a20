import type { Awaitable } from '../awaitable.ts'
import type { Call, Module } from '../modules/module.ts'
import { ApiError } from '../result/api-error.ts'
import type { ApiRequest } from './request.ts'

/** Refuses who may not read, or not change, the wiki; and changes while nothing can be changed. */
export function checkPermissions(module: Module, request: ApiRequest, call: Call): Awaitable<void> {
  const reads = typeof module.reads === 'function' ? module.reads(call) : module.reads
  const mayRead = !reads || call.user.may('read')
  // As nearly always: everybody may, and that has not to be looked up.
  if (mayRead === true && !module.writes) return undefined
  return checkRights(module, request, call, mayRead)
}

async function checkRights(
  module: Module,
  request: ApiRequest,
  { user, settings }: Call,
  mayRead: Awaitable<boolean>,
): Promise<void> {
  if (!(await mayRead)) throw new ApiError('main', 'apierror-readapidenied')
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
