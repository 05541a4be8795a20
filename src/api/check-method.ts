import type { Module } from '../modules/module.ts'
import { planOf } from '../params/param-plan.ts'
import { ApiError } from '../result/api-error.ts'
import type { ApiRequest } from './request.ts'

/** Refuses methods that the API has no use for. */
export function checkMethod({ method }: ApiRequest): void {
  if (!['GET', 'HEAD', 'POST'].includes(method)) {
    throw new ApiError('main', 'apierror-invalidmethod', { status: 405 })
  }
}

/** Refuses to do by GET what changes something: links and caches could repeat it. */
export function checkPosted(module: Module, { method }: ApiRequest): void {
  if (module.mustBePosted && method !== 'POST') {
    throw new ApiError('main', 'apierror-mustbeposted', { params: [module.name] })
  }
}

/** Refuses secrets in the address, where logs and histories keep them. */
export function checkPostedParams(module: Module, { params }: ApiRequest): void {
  const names = planOf(module).posted.filter((name) => params.isInQuery(name))
  if (names.length > 0) {
    const list = names.join(', ')
    throw new ApiError(module.path, 'apierror-mustpostparams', { params: [list, names.length] })
  }
}
