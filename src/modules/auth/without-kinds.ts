import type { AuthRequest } from '../../auth/manager/auth-request.ts'

/** Leaves out the kinds of requests that a wiki keeps to itself. */
export function withoutKinds(
  requests: readonly AuthRequest[],
  kinds: readonly string[],
): readonly AuthRequest[] {
  // What follows the colon tells several of one kind apart.
  return requests.filter(({ id }) => !kinds.includes(id.split(':', 1)[0] ?? id))
}
