import { message } from '../../messages/message.ts'
import { blockedMessage } from '../blocks/blocked-message.ts'
import type { SecondaryProvider } from '../manager/auth-provider.ts'
import { User } from '../user.ts'

/** Keeps blocked users out, where the wiki wants that, and new accounts from being made where a block forbids it. */
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

  // Whoever makes it may be exempt from the block of the address: the new account is not.
  async checkName(_, context) {
    const { address, language } = context
    const block = await new User(context).addressBlock()
    return block?.createAccount ? [blockedMessage(block, address, language)] : []
  },
}
