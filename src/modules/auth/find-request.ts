import type { AuthRequest } from '../../auth/manager/auth-request.ts'
import { requestsFor } from '../../auth/manager/requests-for.ts'
import type { Call } from '../module.ts'
import { authContext } from './auth-context.ts'
import { withoutKinds } from './without-kinds.ts'

/** Finds what somebody wants to change or remove, unless the wiki keeps that kind of thing to itself. */
export async function findRequest<Values>(
  id: string,
  { action, except }: { action: 'change' | 'remove' | 'unlink'; except: readonly string[] },
  call: Call<Values>,
): Promise<AuthRequest | undefined> {
  const requests = await requestsFor(action, authContext(call), call.user)
  return withoutKinds(requests, except).find((request) => request.id === id)
}
