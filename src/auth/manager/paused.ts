import type { Pause } from './auth-provider.ts'
import type { AuthRequest } from './auth-request.ts'
import type { AuthResponse } from './auth-response.ts'

/** Makes the response that asks somebody for something, or sends him somewhere first. */
export function paused(
  step: Pause,
  requests: readonly AuthRequest[] = step.requests,
): AuthResponse {
  if (step.status === 'ui') {
    const { why, isError = false } = step
    return { status: 'UI', requests, why, isError }
  }

  const { target, data } = step
  return { status: 'REDIRECT', requests, target, ...(data && { data }) }
}
