import type { AuthProviders } from '../manager/auth-provider.ts'
import { checkBlocks } from './check-blocks.ts'
import { localPassword } from './local-password.ts'
import { loginThrottle } from './login-throttle.ts'
import { rememberMe } from './remember-me.ts'
import { resetPassword } from './reset-password.ts'
import { temporaryPassword } from './temporary-password.ts'

/** The providers of every wiki, in MediaWiki's order; others come after those of their kind. */
export const defaultProviders: AuthProviders = {
  pre: [loginThrottle],
  primary: [temporaryPassword, localPassword],
  secondary: [rememberMe, checkBlocks, resetPassword],
}

/** The providers of a wiki that has more than every wiki has. */
export function withProviders(more: Partial<AuthProviders> = {}): AuthProviders {
  const { pre = [], primary = [], secondary = [] } = more
  return {
    pre: [...defaultProviders.pre, ...pre],
    primary: [...defaultProviders.primary, ...primary],
    secondary: [...defaultProviders.secondary, ...secondary],
  }
}
