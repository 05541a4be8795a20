import type { Transporter } from 'nodemailer'
import type { Mailer } from '../auth/mail/mailer.ts'
import type { Settings } from '../settings/settings.ts'
import { MailNotSent } from './mail-not-sent.ts'
import { whyNotSent } from './why-not-sent.ts'

type MailServer = Exclude<Settings['SMTP'], false>

/** No server is waited for longer than this, in milliseconds. */
const patience = 8_000

/** Makes a mailer that hands mails to the SMTP server of the settings. */
export function smtpMailer(server: MailServer, settings: Settings): Mailer {
  let transport: Promise<Transporter> | undefined
  const from = { name: settings.Sitename, address: senderAddress(settings) }
  return {
    async send({ to, subject, text }) {
      transport ??= openTransport(server)
      try {
        // Bob's name is no address, however it is spelled: nodemailer quotes and encodes both.
        await (await transport).sendMail({ from, to: { ...to }, subject: oneLine(subject), text })
      } catch (error) {
        const at = `${server.host}, port ${portOf(server)}`
        const why = whyNotSent(error)
        throw new MailNotSent(`Cannot send a mail through the SMTP server at ${at}: ${why}.`)
      }
    },
  }
}

async function openTransport(server: MailServer): Promise<Transporter> {
  const { createTransport } = await import('nodemailer')
  const [, scheme, host = server.host] = /^(?:(ssl|tls):\/\/)?(.*)$/.exec(server.host) ?? []
  const { username: user = '', password: pass = '' } = server
  return createTransport({
    host,
    port: portOf(server),
    secure: scheme !== undefined,
    ...(server.IDHost && { name: server.IDHost }),
    ...(server.auth === true && { auth: { user, pass } }),
    ...{ connectionTimeout: patience, greetingTimeout: patience, socketTimeout: patience },
    ...{ disableFileAccess: true, disableUrlAccess: true },
  })
}

function portOf({ port }: MailServer): number {
  return Number(port ?? 25)
}

function senderAddress({ PasswordSender, Server }: Settings): string {
  return PasswordSender === false ? `apache@${new URL(Server).hostname}` : PasswordSender
}

function oneLine(text: string): string {
  return text.replace(/\p{Cc}+/gu, ' ')
}
