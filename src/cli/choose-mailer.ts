import type { Mailer } from '../index.ts'
import { noMailer } from '../mail/no-mailer.ts'
import { printingMailer } from '../mail/printing-mailer.ts'
import { smtpMailer } from '../mail/smtp-mailer.ts'
import type { Settings } from '../settings/settings.ts'

/**
 * How a server sends mails: by the setting SMTP. Without it they are shown to the person in front of
 * a terminal, or where that is asked for; never in the log of a server, since they hold passwords.
 */
export function chooseMailer(
  settings: Settings,
  { printMails, isTerminal }: { printMails: boolean; isTerminal: boolean },
): Mailer {
  if (printMails) return printingMailer(console.log)
  if (settings.SMTP) return smtpMailer(settings.SMTP, settings)
  return isTerminal ? printingMailer(console.log) : noMailer()
}
