import type { AuthContext } from '../../auth/manager/auth-context.ts'
import type { PageCall } from '../page.ts'

/** What a step of an authentication works with, for who visits a page. */
export function pageAuthContext({ sources, session }: PageCall): AuthContext {
  return { ...sources, session }
}
