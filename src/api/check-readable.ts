import { ApiError } from '../result/api-error.ts'
import type { ApiRequest } from './request.ts'

/** Refuses a request that was too big to be read. */
export function checkReadable({ unreadable }: ApiRequest): void {
  switch (unreadable) {
    case undefined:
      return
    case 'too large':
      throw new ApiError('main', 'apierror-http-contenttoolarge', { status: 413 })
    case 'too many parameters':
      throw new ApiError('main', 'apierror-toomanyparams')
  }
}
