import { hashConfirmation } from '../auth/mail/email-confirmation.ts'
import { html } from '../messages/html.ts'
import type { MessageKey } from '../messages/message.ts'
import { definePage, type PageCall } from './page.ts'
import { returnLink } from './return-link.ts'

/** Takes an e-mail address back, by the link of a mail that has reached somebody else. */
export const invalidateEmail = definePage({
  name: 'InvalidateEmail',
  canonicalName: 'Invalidateemail',
  title: 'invalidateemail',
  right: 'editmyprivateinfo',
  writes: true,
  isListed: false,

  async answer(call) {
    const said = html`<p>${call.say(await deny(call))}</p>`
    return { body: html`${said}${call.user.isRegistered ? undefined : await returnLink(call)}` }
  },
})

async function deny({ subpage, sources }: PageCall): Promise<MessageKey> {
  const { emails, now } = sources
  const hash = hashConfirmation(subpage)
  const account = await emails.findByToken(hash, now)
  const isDenied = account !== undefined && (await emails.deny(account.id, hash, now))
  return isDenied ? 'confirmemail_invalidated' : 'confirmemail_invalid'
}
