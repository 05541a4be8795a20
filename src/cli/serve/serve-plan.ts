import { pino } from 'pino'
import { addressOf } from '../../http/serve.ts'
import { createWiki, type OpenWiki } from '../../index.ts'
import { MailNotSent } from '../../mail/mail-not-sent.ts'
import { readSettings } from '../../settings/settings.ts'
import { chooseMailer } from '../choose-mailer.ts'

/** What every process of a server is told; plain values only, for some are told by a message. */
export interface ServePlan {
  readonly port: number
  readonly host: string
  readonly file: string
  /** The settings as they were chosen, before the defaults. */
  readonly given: Readonly<Record<string, unknown>>
  readonly testMode: boolean
  readonly printMails: boolean
  /** Whether a person sees what the command prints. */
  readonly isTerminal: boolean
}

/** Opens the wiki of a server that listens on this port. */
export function openPlanned({ given, host, ...plan }: ServePlan, port: number): OpenWiki {
  const Server = typeof given['Server'] === 'string' ? given['Server'] : addressOf(host, port)
  const settings = { ...given, Server }
  const log = serverLog()
  return createWiki({
    settings,
    file: plan.file,
    testMode: plan.testMode,
    mailer: chooseMailer(readSettings(settings), plan),
    log: (error) => log.error(error instanceof MailNotSent ? error.message : error),
  })
}

/** Where a server tells what goes wrong: standard error, a line of JSON each. */
export function serverLog(): pino.Logger {
  return pino({ name: 'jeton' }, pino.destination({ dest: 2, sync: true }))
}
