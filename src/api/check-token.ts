import type { Call, Module } from '../modules/module.ts'
import { ApiError } from '../result/api-error.ts'
import { saltedTokenMatches, tokenMatches } from '../session/token.ts'
import type { ApiRequest } from './request.ts'

/** Refuses what another site may have made a browser send: only we can have told the token. */
export async function checkToken(
  module: Module,
  { params }: ApiRequest,
  call: Call,
): Promise<void> {
  if (module.token === undefined) return

  const name = `${module.prefix}token`
  if (params.isInQuery(name)) {
    throw new ApiError(module.path, 'apierror-mustpostparams', { params: [name, 1] })
  }
  const owner = { session: call.session, isRegistered: call.user.isRegistered }
  const token = String(call.params['token'])
  if (tokenMatches(owner, module.token, token)) return
  const salt =
    typeof module.tokenSalt === 'function' ? await module.tokenSalt(call) : module.tokenSalt
  if (salt !== undefined && saltedTokenMatches(owner, salt, token)) return
  throw new ApiError(module.path, 'apierror-badtoken')
}
