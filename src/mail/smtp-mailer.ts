import type { Transporter } from 'nodemailer'
import type { Mailer } from '../auth/mail/mailer.ts'
import type { Settings } from '../settings/settings.ts'
import { MailNotSent } from './mail-not-sent.ts'

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
        // The server's own words may repeat the mail.
        throw new MailNotSent(`Cannot send a mail: ${reasonOf(error)}`)
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
    port: Number(server.port ?? 25),
    secure: scheme !== undefined,
    ...(server.IDHost && { name: server.IDHost }),
    ...(server.auth === true && { auth: { user, pass } }),
    ...{ connectionTimeout: patience, greetingTimeout: patience, socketTimeout: patience },
    ...{ disableFileAccess: true, disableUrlAccess: true },
  })
}

function senderAddress({ PasswordSender, Server }: Settings): string {
  return PasswordSender === false ? `apache@${new URL(Server).hostname}` : PasswordSender
}

function oneLine(text: string): string {
  return text.replace(/\p{Cc}+/gu, ' ')
}

function reasonOf(error: unknown): string {
  const { code, responseCode } = Object(error)
  const known = [code, responseCode].filter((part) => ['string', 'number'].includes(typeof part))
  return known.length > 0 ? known.join(' ') : 'the server did not take it'
}
