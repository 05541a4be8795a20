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
