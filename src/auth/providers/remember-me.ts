import { message } from '../../messages/message.ts'
import type { AuthContext } from '../manager/auth-context.ts'
import type { SecondaryProvider } from '../manager/auth-provider.ts'
import type { AuthRequest, Submission } from '../manager/auth-request.ts'

const id = 'MediaWiki\\Auth\\RememberMeAuthenticationRequest'

/** Whether a browser is to remember a login longer than the session lasts. */
export const rememberMe: SecondaryProvider = {
  id,
  requests: (action, { context }) => (action === 'login' ? [rememberMeRequest(context)] : []),
}

/** The box to tick; where nobody is remembered, there is none. */
function rememberMeRequest({ session, settings }: AuthContext): AuthRequest {
  const { CookieExpiration, ExtendedLoginCookieExpiration, RememberMe } = settings
  const isAsked = RememberMe === 'choose' || RememberMe === 'force-choose'
  const seconds = ExtendedLoginCookieExpiration ?? CookieExpiration
  const isPossible = isAsked && session.kind === 'cookie' && seconds > 0
  return {
    id,
    required: 'optional',
    provider: { text: id },
    account: { text: id },
    fields: isPossible
      ? {
          rememberMe: {
            type: 'checkbox',
            label: message('userlogin-remembermypassword', { num: Math.ceil(seconds / 86_400) }),
            help: message('authmanager-userlogin-remembermypassword-help'),
            optional: true,
          },
        }
      : {},
  }
}

/** Whether a login that began so is to be remembered. */
export function isRemembered(begun: Submission, { settings }: AuthContext): boolean {
  switch (settings.RememberMe) {
    case 'always':
      return true
    case 'never':
      return false
    case 'choose':
    case 'force-choose':
      return begun.get(id)?.['rememberMe'] === true
  }
}
