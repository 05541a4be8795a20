import type { Mailer } from '../auth/mail/mailer.ts'

/** Makes a mailer that shows mails instead of sending them. They hold passwords: never for a log. */
export function printingMailer(print: (text: string) => void): Mailer {
  return {
    async send({ to, subject, text }) {
      print(
        ['', `Mail to ${to.name} <${to.address}>: ${subject}`, ...indented(text), ''].join('\n'),
      )
    },
  }
}

function indented(text: string): readonly string[] {
  return text.split('\n').map((line) => `  ${line}`.trimEnd())
}
