import type { Mailer } from '../auth/mail/mailer.ts'
import { MailNotSent } from './mail-not-sent.ts'

/** Makes a mailer for a wiki that nobody has told how to send mails. */
export function noMailer(): Mailer {
  return {
    async send() {
      throw new MailNotSent(
        'Cannot send a mail: the setting SMTP names no server. To try things out, --print-mails shows mails instead.',
      )
    },
  }
}
