import { isIPv4 } from 'node:net'
import { Command, InvalidArgumentError, Option } from 'commander'
import { pino } from 'pino'
import { addressOf } from '../http/serve.ts'
import { createWiki, type OpenWiki, type RunningServer, serve } from '../index.ts'
import { MailNotSent } from '../mail/mail-not-sent.ts'
import { readSettings } from '../settings/settings.ts'
import { banner } from './banner.ts'
import { chooseMailer } from './choose-mailer.ts'
import { CommandError } from './explain.ts'
import { type FirstAccount, type FirstAccountRequest, firstAccount } from './first-account.ts'
import {
  addWikiOptions,
  databaseFile,
  type PrintChoice,
  readChoice,
  readNonEmpty,
} from './wiki-options.ts'

interface ServeOptions extends PrintChoice, FirstAccountRequest {
  readonly port: number
  readonly host: string
  readonly testMode?: boolean
  readonly printMails?: boolean
}

/** `jeton serve`: serves a wiki, and makes it first if there is none. */
export const serveCommand = addWikiOptions(new Command('serve'))
  .description('serve a wiki; the first start makes it, with one account')
  .addOption(
    new Option('--port <number>', 'the port; 0 for any')
      .default(8080)
      .argParser(readPort)
      .env('JETON_PORT'),
  )
  .addOption(
    new Option('--host <name>', 'the address to listen on')
      .default('127.0.0.1')
      .argParser(readNonEmpty)
      .env('JETON_HOST'),
  )
  .addOption(
    new Option('--admin <name>', 'the first account; Admin unless given').env('MEDIAWIKI_USER'),
  )
  .addOption(
    new Option('--admin-password <password>', 'its password; random unless given').env(
      'MEDIAWIKI_PASSWORD',
    ),
  )
  .addOption(
    new Option('--bot-password <password>', 'its bot password; random unless given').env(
      'JETON_BOT_PASSWORD',
    ),
  )
  .option('--json', 'print one line of JSON when ready, instead of the banner')
  .option('--print-mails', 'show mails here instead of sending them; they hold passwords')
  .option('--test-mode', 'let each request bring settings, in the header X-Test-Config')
  .action(run)

async function run(options: ServeOptions): Promise<void> {
  const { host, json = false, testMode = false, printMails = false } = options
  if (testMode && !isLoopback(host)) {
    throw new CommandError(
      `--test-mode lets anybody change settings, so it needs a loopback host: --host 127.0.0.1, not ${host}.`,
    )
  }
  const given = readChoice(options)
  const settings = readSettings(given)
  const file = databaseFile(options.data, settings)
  const log = pino({ name: 'jeton' }, pino.destination({ dest: 2, sync: true }))
  const opened = Promise.withResolvers<readonly [OpenWiki, FirstAccount]>()

  // The port comes first: if another program has it, nothing is to be made.
  const server = await listen(options, async (port) => {
    const Server = typeof given['Server'] === 'string' ? given['Server'] : addressOf(host, port)
    const isTerminal = process.stdout.isTTY === true
    const wiki = createWiki({
      settings: { ...given, Server },
      file,
      testMode,
      mailer: chooseMailer({ ...settings, Server }, { printMails, isTerminal }),
      log: (error) => log.error(error instanceof MailNotSent ? error.message : error),
    })
    opened.resolve([wiki, await firstAccount(wiki, options)])
    return wiki
  })
  const [wiki, account] = await opened.promise
  const { url } = server
  const apiUrl = `${url}${wiki.settings.ScriptPath}/api.php`
  const line = JSON.stringify({ url, apiUrl, ...account, pid: process.pid })
  console.log(json ? line : banner({ url, apiUrl, file, testMode, account }))
  stopOnSignals(wiki, server)
}

async function listen(
  { port, host }: ServeOptions,
  makeWiki: (port: number) => Promise<OpenWiki>,
): Promise<RunningServer> {
  try {
    return await serve(makeWiki, { port, host })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    const why = typeof code === 'string' ? cannotListen[code] : undefined
    if (why === undefined) throw error
    throw new CommandError(`Cannot listen on ${host}, port ${port}: ${why}`)
  }
}

const cannotListen: Readonly<Record<string, string>> = {
  EACCES: 'only root may use this port. Choose one above 1023 with --port.',
  EADDRINUSE: 'another program does. Choose another port with --port, or any with --port 0.',
  EADDRNOTAVAIL: 'this machine has no such address. Choose one with --host.',
  ENOTFOUND: 'there is no such host. Choose one with --host.',
}

/** The first signal lets requests under way finish; the second ends everything. */
function stopOnSignals(wiki: OpenWiki, server: RunningServer): void {
  const stop = async (): Promise<void> => {
    for (const signal of signals) process.on(signal, () => process.exit(1))
    await server.close()
    await wiki.close()
    process.exit()
  }
  for (const signal of signals) process.once(signal, stop)
}

const signals = ['SIGTERM', 'SIGINT'] as const

function readPort(given: string): number {
  const port = /^\d{1,5}$/.test(given) ? Number(given) : Number.NaN
  if (!(port <= 65_535)) throw new InvalidArgumentError('It must be a number from 0 to 65535.')
  return port
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIPv4(host) && host.startsWith('127.'))
}
