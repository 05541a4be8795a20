import { join } from 'node:path'
import { exchange } from './exchange.ts'
import type { Question } from './question.ts'
import { type Server, type ServerProcess, startProcess } from './server-process.ts'

/** One answer of a server, as far as Node does not write it by itself. */
export interface Sample {
  /** Names and values in turn. */
  readonly headers: readonly string[]
  readonly body: string
}

/** Starts a server on bare node:http that sends everybody what another sends for one question. */
export async function startBare(like: Server, question: Question): Promise<ServerProcess> {
  const sample = readSample(await exchange(like.port, question))
  const program = join(import.meta.dirname, 'bare-server.ts')
  const started = await startProcess([program], JSON.stringify(sample))
  return {
    port: Number(started.line),
    pids: () => [started.pid],
    [Symbol.asyncDispose]: () => started[Symbol.asyncDispose](),
  }
}

/** Node adds these to every answer. */
const own = new Set(['connection', 'date', 'keep-alive'])

function readSample(answer: string): Sample {
  const end = answer.indexOf('\r\n\r\n')
  const [, ...lines] = answer.slice(0, end).split('\r\n')
  const headers = lines
    .map((line) => /^(?<name>[^:]+): (?<value>.*)$/.exec(line)?.groups ?? {})
    .filter(({ name = '' }) => !own.has(name.toLowerCase()))
    .flatMap(({ name = '', value = '' }) => [name, value])
  return { headers, body: answer.slice(end + 4) }
}
