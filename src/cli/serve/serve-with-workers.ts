import { once } from 'node:events'
import { createServer } from 'node:net'
import { type FirstAccount, type FirstAccountRequest, firstAccount } from '../first-account.ts'
import { cannotListen } from './cannot-listen.ts'
import { Crew } from './crew.ts'
import type { ReadyServer } from './serve-alone.ts'
import { openPlanned, type ServePlan, serverLog } from './serve-plan.ts'
import { stopOnSignals } from './stop-on-signals.ts'

/** Serves with several processes on one database; this one only looks after them. */
export async function serveWithWorkers(
  workers: number,
  plan: ServePlan,
  request: FirstAccountRequest,
  announce: (ready: ReadyServer) => void,
): Promise<void> {
  // The port comes first: if another program has it, nothing is to be made.
  await using reserved = await reservePort(plan)
  const { port } = reserved
  using crew = new Crew(workers, serverLog())
  process.once('exit', () => crew.kill())
  // They load while this process makes the wiki, so that there is one first account.
  crew.load()
  const account = await prepare({ ...plan, port }, request)
  await reserved.release()
  await crew.serve({ ...plan, port })
  announce({ port, account })
  stopOnSignals(() => crew.stop())
  await crew.ended
}

async function prepare(plan: ServePlan, request: FirstAccountRequest): Promise<FirstAccount> {
  await using wiki = openPlanned(plan, plan.port)
  return await firstAccount(wiki, request)
}

interface ReservedPort extends AsyncDisposable {
  readonly port: number
  /** Leaves it to the workers. */
  release(): Promise<void>
}

/**
 * Holds the port until workers can: one that is left to the system must be known to all of them, also
 * to those that come when all others have died.
 */
async function reservePort(where: ServePlan): Promise<ReservedPort> {
  const server = createServer((socket) => socket.destroy()).listen(where.port, where.host)
  await once(server, 'listening').catch((error: unknown) => {
    throw cannotListen(error, where)
  })
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : where.port
  const release = async () => {
    if (server.listening) await server[Symbol.asyncDispose]()
  }
  return { port, release, [Symbol.asyncDispose]: release }
}
