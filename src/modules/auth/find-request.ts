import type { AuthRequest } from '../../auth/manager/auth-request.ts'
import { requestsFor } from '../../auth/manager/requests-for.ts'
import type { Call } from '../module.ts'
import { authContext } from './auth-context.ts'

/** Finds what somebody wants to change or remove, unless the wiki keeps that kind of thing to itself. */
export async function findRequest<Values>(
  id: string,
  { action, except }: { action: 'change' | 'remove' | 'unlink'; except: readonly string[] },
  call: Call<Values>,
): Promise<AuthRequest | undefined> {
  // What follows tells several of one kind apart.
  const [kind = id] = id.split(':')
  if (except.includes(kind)) return undefined

  const requests = await requestsFor(action, authContext(call), call.user)
  return requests.find((request) => request.id === id)
}
