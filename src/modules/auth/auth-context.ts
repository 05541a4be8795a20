import type { AuthContext } from '../../auth/manager/auth-context.ts'
import type { Call } from '../module.ts'

/** What a step of an authentication works with, for the one that a call is about. */
export function authContext<Values>({ sources, session }: Call<Values>): AuthContext {
  return { ...sources, session }
}
