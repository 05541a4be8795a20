import { isIPv4 } from 'node:net'
import { Command, InvalidArgumentError, Option } from 'commander'
import { addressOf } from '../http/serve.ts'
import { readSettings } from '../settings/settings.ts'
import { banner } from './banner.ts'
import { CommandError } from './explain.ts'
import type { FirstAccountRequest } from './first-account.ts'
import { readWorkers } from './serve/read-workers.ts'
import { type ReadyServer, serveAlone } from './serve/serve-alone.ts'
import type { ServePlan } from './serve/serve-plan.ts'
import {
  addWikiOptions,
  databaseFile,
  memory,
  type PrintChoice,
  readChoice,
  readNonEmpty,
} from './wiki-options.ts'

interface ServeOptions extends PrintChoice, FirstAccountRequest {
  readonly port: number
  readonly host: string
  readonly workers: number
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
    new Option('--workers <number>', 'so many processes serve; auto for one per core')
      .default(1)
      .argParser(readWorkers)
      .env('JETON_WORKERS'),
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
  const { port, host, workers, json = false, testMode = false, printMails = false } = options
  if (testMode && !isLoopback(host)) {
    throw new CommandError(
      `--test-mode lets anybody change settings, so it needs a loopback host: --host 127.0.0.1, not ${host}.`,
    )
  }
  const given = readChoice(options)
  const settings = readSettings(given)
  const file = databaseFile(options.data, settings)
  if (workers > 1 && file === memory) {
    throw new CommandError(
      `Several workers need a database that all of them can open: --data FOLDER, not ${memory}.`,
    )
  }
  const isTerminal = process.stdout.isTTY === true
  const plan: ServePlan = { port, host, file, given, testMode, printMails, isTerminal }
  const announce = ({ port, account }: ReadyServer) => {
    const url = addressOf(host, port)
    const apiUrl = `${url}${settings.ScriptPath}/api.php`
    const line = JSON.stringify({ url, apiUrl, ...account, pid: process.pid })
    console.log(json ? line : banner({ url, apiUrl, file, workers, testMode, account }))
  }
  if (workers === 1) return serveAlone(plan, options, announce)

  // Loaded only by who needs it, to start soon.
  const { serveWithWorkers } = await import('./serve/serve-with-workers.ts')
  await serveWithWorkers(workers, plan, options, announce)
}

function readPort(given: string): number {
  const port = /^\d{1,5}$/.test(given) ? Number(given) : Number.NaN
  if (!(port <= 65_535)) throw new InvalidArgumentError('It must be a number from 0 to 65535.')
  return port
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIPv4(host) && host.startsWith('127.'))
}
