import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import * as v from 'valibot'

/** The command, as npm installs it. */
export const jeton = join(import.meta.dirname, '../src/cli/jeton.js')

const readyLine = v.object({ apiUrl: v.string(), pid: v.number() })

/** A server that may be ended in any way; whoever started it must. */
export interface ServerProcess extends AsyncDisposable {
  readonly apiUrl: string
  readonly pid: number
  /** What it said on stderr, once it has ended. */
  readonly log: Promise<string>
  /** Sends a signal, and tells how the process ended. */
  end(signal: NodeJS.Signals): Promise<{ code: number | null; signal: NodeJS.Signals | null }>
  /** Sends a signal, and does not wait. */
  send(signal: NodeJS.Signals): void
}

/** The account of a wiki that `startOn` made. */
export const admin = {
  ...{ name: 'Admin', password: 'mellow-lantern-quarry' },
  ...{ botName: 'Admin@bot', botPassword: '0123456789abcdefghijklmnopqrstuv' },
} as const

/** What makes its passwords known. */
export const passwordArguments: readonly string[] = [
  ...['--admin-password', admin.password, '--bot-password', admin.botPassword],
]

/** Starts Jeton on a data folder, with passwords that are known. */
export async function startOn(data: string, ...options: readonly string[]): Promise<ServerProcess> {
  const serve = ['serve', '--json', '--port', '0', '--data', data, ...passwordArguments]
  const child = spawn(process.execPath, [jeton, ...serve, ...options], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const log = text(child.stderr)
  const { value: line } = await createInterface(child.stdout)[Symbol.asyncIterator]().next()
  if (line === undefined) throw new Error(`Cannot start the server: it ended\n${await log}`)
  const { apiUrl, pid } = v.parse(readyLine, JSON.parse(line))
  return {
    apiUrl,
    pid,
    log,
    end: (signal) => endProcess(child, signal),
    send: (signal) => child.kill(signal),
    // Whatever the test has not ended, or could not.
    [Symbol.asyncDispose]: async () => void (await endProcess(child, 'SIGKILL')),
  }
}

type Child = ChildProcessByStdio<null, Readable, Readable>

async function endProcess(child: Child, signal: NodeJS.Signals) {
  if (child.exitCode === null && child.signalCode === null) {
    const ended = once(child, 'exit')
    child.kill(signal)
    await ended
  }
  return { code: child.exitCode, signal: child.signalCode }
}
