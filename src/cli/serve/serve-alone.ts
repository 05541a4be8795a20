import { type OpenWiki, serve } from '../../index.ts'
import { type FirstAccount, type FirstAccountRequest, firstAccount } from '../first-account.ts'
import { cannotListen } from './cannot-listen.ts'
import { openPlanned, type ServePlan } from './serve-plan.ts'
import { stopOnSignals } from './stop-on-signals.ts'

/** What is told once a server can be asked. */
export interface ReadyServer {
  readonly port: number
  readonly account: FirstAccount
}

/** Serves in this process. */
export async function serveAlone(
  plan: ServePlan,
  request: FirstAccountRequest,
  announce: (ready: ReadyServer) => void,
): Promise<void> {
  const opened = Promise.withResolvers<readonly [OpenWiki, FirstAccount]>()
  // The port comes first: if another program has it, nothing is to be made.
  const listening = serve(async (port) => {
    const wiki = openPlanned(plan, port)
    opened.resolve([wiki, await firstAccount(wiki, request)])
    return wiki
  }, plan)
  const server = await listening.catch((error: unknown) => {
    throw cannotListen(error, plan)
  })
  const [wiki, account] = await opened.promise
  announce({ port: server.port, account })
  stopOnSignals(async () => {
    await server.close()
    await wiki.close()
  })
}
