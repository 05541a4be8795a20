import { User } from '../user.ts'
import type { AuthContext } from './auth-context.ts'
import type { AuthAction, AuthRequest, authActions } from './auth-request.ts'
import { type Flow, readFlow } from './flow-state.ts'

/** Lists what a person is to be asked for an action: what all providers want, each request once. */
export async function requestsFor(
  action: AuthAction,
  context: AuthContext,
  user: User = new User(context, context.session.user),
): Promise<readonly AuthRequest[]> {
  const flow = flowOf(action)
  if (flow !== undefined) {
    return readFlow<{ pending: readonly AuthRequest[] }>(context.session, flow)?.pending ?? []
  }
  const { pre, primary, secondary } = context.providers
  const found = new Map<string, AuthRequest>()
  for (const provider of [...pre, ...primary, ...secondary]) {
    for (const request of (await provider.requests?.(action, { user, context })) ?? []) {
      if (!found.has(request.id)) found.set(request.id, request)
    }
  }
  // Nobody makes an account about himself.
  const about = action === 'create' ? undefined : user
  return aboutAccount([...found.values()], about?.isRegistered ? about.name : undefined)
}

/** Says in requests that are about nobody in particular whose account they are about. */
export function aboutAccount(
  requests: readonly AuthRequest[],
  name: string | undefined,
): readonly AuthRequest[] {
  if (name === undefined) return requests
  return requests.map((request) => {
    const isOpen = 'text' in request.account && request.account.text === null
    return isOpen ? { ...request, account: { text: name } } : request
  })
}

/** The flow that an action goes on with. */
function flowOf(action: (typeof authActions)[number]): Flow | undefined {
  switch (action) {
    case 'login-continue':
      return 'login'
    case 'create-continue':
      return 'create'
    case 'link-continue':
      return 'link'
    default:
      return undefined
  }
}
