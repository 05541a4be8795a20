import { message } from '../../messages/message.ts'
import type { SecondaryProvider } from '../manager/auth-provider.ts'

/** Keeps blocked users out, where the wiki wants that. */
export const checkBlocks: SecondaryProvider = {
  id: 'MediaWiki\\Auth\\CheckBlocksSecondaryAuthenticationProvider',
  isAskedAnew: true,

  async beginLogin({ account }, { settings, blocks, address, now }) {
    if (!settings.BlockDisablesLogin) return { status: 'abstain' }

    const found = await blocks.find(account.id, address, now)
    // Blocks of the address count once who uses it is logged in, and those of a page like any other.
    return found.some((block) => !block.ofAddress)
      ? { status: 'fail', why: message('login-userblocked', account.name) }
      : { status: 'pass' }
  },
}
