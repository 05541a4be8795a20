import { User } from '../user.ts'
import type { AuthContext } from './auth-context.ts'
import type {
  AuthProviders,
  PreProvider,
  PrimaryProvider,
  SecondaryProvider,
} from './auth-provider.ts'
import type { AuthAction, AuthRequest, authActions } from './auth-request.ts'
import { creationRequests } from './creation-requests.ts'
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
  const asked = { user, context }
  // For a provider, a linked account is a thing to log in by like any other.
  const wanted = action === 'unlink' ? 'remove' : action
  const found = new Map<string, AuthRequest>()
  for (const provider of providersFor(action, context.providers)) {
    for (const request of (await provider.requests?.(wanted, asked)) ?? []) {
      if (!found.has(request.id)) found.set(request.id, request)
    }
  }
  for (const request of action === 'create' ? creationRequests(asked) : []) {
    found.set(request.id, request)
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

/** Who is asked what there is to ask. */
function providersFor(
  action: AuthAction,
  { pre, primary, secondary }: AuthProviders,
): readonly (PreProvider | PrimaryProvider | SecondaryProvider)[] {
  if (action === 'link' || action === 'unlink') return primary.filter(({ beginLink }) => beginLink)
  if (action === 'change' || action === 'remove') return [...primary, ...secondary]
  return [...pre, ...primary, ...secondary]
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
