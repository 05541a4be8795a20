import type { Mail, Mailer } from '../auth/mail/mailer.ts'

/** A mailer that keeps mails instead of sending them, for tests and for who tries things out. */
export interface KeptMails extends Mailer {
  /** What was sent, the latest last. */
  readonly mails: readonly Mail[]
}

/** So many are kept; older ones go. */
const most = 1_000

/** Makes a mailer that keeps the latest mails in memory. */
export function keptMails(): KeptMails {
  const mails: Mail[] = []
  return {
    mails,
    async send(mail) {
      mails.push(mail)
      if (mails.length > most) mails.shift()
    },
  }
}
