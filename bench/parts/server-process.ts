import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'

/** A server on loopback. */
export interface Server {
  readonly port: number
  /** The processes whose work counts as the server's. */
  readonly pids: () => readonly number[]
}

/** A server that was started for this, in a process of its own. */
export interface ServerProcess extends Server, AsyncDisposable {}

/** A process of Node, and the first line that it printed. */
export interface StartedProcess extends AsyncDisposable {
  readonly line: string
  readonly pid: number
}

/** Starts Node with these arguments, and waits until its program says the first thing. */
export async function startProcess(
  arguments_: readonly string[],
  input = '',
): Promise<StartedProcess> {
  const child = spawn(process.execPath, arguments_, { stdio: ['pipe', 'pipe', 'inherit'] })
  const ended = once(child, 'exit')
  child.stdin.end(input)
  const { value: line } = await createInterface(child.stdout)[Symbol.asyncIterator]().next()
  const { pid } = child
  if (line === undefined || pid === undefined)
    throw new Error(`Cannot start ${arguments_.join(' ')}: it ended`)
  return {
    line,
    pid,
    async [Symbol.asyncDispose]() {
      child.kill()
      await ended
    },
  }
}
