import type { Mailer } from '../auth/mail/mailer.ts'

/** Makes a mailer that shows mails instead of sending them. They hold passwords: never for a log. */
export function printingMailer(print: (text: string) => void): Mailer {
  return {
    async send({ to, subject, text }) {
      const lines = ['', `Mail to ${to.name} <${to.address}>: ${subject}`, ...indented(text), '']
      print(lines.map(harmless).join('\n'))
    },
  }
}

function indented(text: string): readonly string[] {
  return text.split('\n').map((line) => `  ${line}`.trimEnd())
}

/** A line without what could tell a terminal what to do: names are anybody's to choose. */
function harmless(line: string): string {
  return line.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '\ufffd')
}
