import type { SecondaryProvider } from '../../auth/manager/auth-provider.ts'
import { message } from '../../messages/message.ts'
import { escapeWikitext } from '../../messages/say.ts'

/** Keeps everybody out of a locked account, once it is proved that it is theirs: others do not hear of it. */
export const refuseLocked: SecondaryProvider = {
  id: 'MediaWiki\\Extension\\CentralAuth\\CentralAuthSecondaryAuthenticationProvider',

  async beginLogin({ account: { name } }, { globalAccounts }) {
    if (!(await globalAccounts.isLocked(name))) return { status: 'abstain' }
    return { status: 'fail', why: message('centralauth-login-error-locked', escapeWikitext(name)) }
  },
}
