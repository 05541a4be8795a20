import { changeData } from '../../auth/manager/change-data.ts'
import { ApiError } from '../../result/api-error.ts'
import type { ResultObject } from '../../result/value.ts'
import type { Settings } from '../../settings/settings.ts'
import { helpUrl } from '../documentation/help-url.ts'
import { type Call, defineModule } from '../module.ts'
import { authContext } from './auth-context.ts'
import { authParams } from './auth-params.ts'
import { checkOperation, operationErrors } from './check-operation.ts'
import { findRequest } from './find-request.ts'
import { changeErrors, refuseChange } from './refuse-change.ts'

/** A kind of ways to log in that can be ended. */
export interface Removal {
  readonly module: 'removeauthenticationdata' | 'unlinkaccount'
  readonly action: 'remove' | 'unlink'
  readonly operation: 'RemoveCredentials' | 'UnlinkAccount'
  /** What the wiki lets nobody remove. */
  readonly except: (settings: Settings) => readonly string[]
}

/** Makes the module that ends one of the ways in which somebody can log in. */
export function defineRemoval(removal: Removal) {
  const { module, action } = removal
  const { request } = authParams(action)
  return defineModule({
    name: module,
    className: 'ApiRemoveAuthenticationData',
    helpUrls: [helpUrl('Manage_authentication_data')],
    examples: [
      {
        query: `action=${module}&request=FooAuthenticationRequest&token=123ABC`,
        summary: `apihelp-${module}-example-simple`,
        answer: { [module]: { status: 'success' } },
      },
    ],
    since: '1.27',
    errors: [
      { key: 'apierror-mustbeloggedin-removeauth' },
      ...operationErrors,
      { key: 'apierror-changeauth-norequest' },
      ...changeErrors,
    ],
    reads: true,
    writes: true,
    token: 'csrf',
    params: { request },
    answer: (call) => remove(removal, call),
  })
}

async function remove(
  { module, action, operation, except }: Removal,
  call: Call<{ readonly request: string }>,
): Promise<ResultObject> {
  const account = await call.user.account()
  if (account === undefined) throw new ApiError(module, 'apierror-mustbeloggedin-removeauth')
  checkOperation(module, operation, call)

  const which = { action, except: except(call.settings) }
  const request = await findRequest(call.params.request, which, call)
  if (request === undefined) throw new ApiError(module, 'apierror-changeauth-norequest')

  const change = { action: 'remove', request, values: {}, account } as const
  refuseChange(module, await changeData(change, authContext(call)))
  return { status: 'success' }
}
