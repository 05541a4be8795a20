import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempDisposable } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import * as v from 'valibot'

const jeton = join(import.meta.dirname, '../src/cli/jeton.js')

/** What `serve --json` says of itself once it can be asked. */
const readyLine = v.object({
  url: v.string(),
  apiUrl: v.string(),
  user: v.string(),
  password: v.string(),
  botUser: v.string(),
  botPassword: v.string(),
})

/** A server that answers, and the accounts that may log in to it. */
export interface RunningServer extends Readonly<v.InferOutput<typeof readyLine>>, AsyncDisposable {}

/**
 * Starts Jeton as people do, with an empty data folder, and these options besides.
 * With the variable JETON_TEST_SERVER, a line as `serve --json` prints it, the tests ask that wiki instead.
 */
export async function startServer(...options: readonly string[]): Promise<RunningServer> {
  const elsewhere = process.env['JETON_TEST_SERVER']
  if (elsewhere === undefined) return startJeton(options)
  if (options.length > 0) {
    throw new Error(`Cannot start a server with ${options}: JETON_TEST_SERVER names a running one`)
  }
  return { ...readReadyLine(elsewhere), [Symbol.asyncDispose]: async () => {} }
}

async function startJeton(options: readonly string[]): Promise<RunningServer> {
  await using starting = new AsyncDisposableStack()
  const data = starting.use(await mkdtempDisposable(join(tmpdir(), 'jeton-')))
  const child = spawn(
    process.execPath,
    [jeton, 'serve', '--json', '--port', '0', '--data', data.path, ...options],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  )
  starting.defer(() => endProcess(child))

  const log = text(child.stderr)
  const { value: line } = await createInterface(child.stdout)[Symbol.asyncIterator]().next()
  if (line === undefined) throw new Error(`Cannot start the server: it ended\n${await log}`)
  const ready = readReadyLine(line)

  const running = starting.move()
  return { ...ready, [Symbol.asyncDispose]: () => running.disposeAsync() }
}

function readReadyLine(line: string): v.InferOutput<typeof readyLine> {
  return v.parse(readyLine, JSON.parse(line))
}

async function endProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit', { signal: AbortSignal.timeout(10_000) })
  child.kill('SIGTERM')
  // That is a bug to hear of, but the server must not outlive its test.
  await ended.catch((cause: unknown) => {
    child.kill('SIGKILL')
    throw new Error('Cannot end the server: it ignored SIGTERM', { cause })
  })
}
