/* A process that serves beside others of its kind, started and looked after by `crew.ts`. */
import cluster from 'node:cluster'
import { serve } from '../../index.ts'
import { explain } from '../explain.ts'
import { cannotListen } from './cannot-listen.ts'
import { openPlanned, type ServePlan } from './serve-plan.ts'
import { signals } from './stop-on-signals.ts'
import type { WorkerOrder, WorkerReport } from './worker-messages.ts'

const { worker } = cluster
if (worker === undefined) throw new Error('Cannot work: nobody started this process to serve')

const report = (said: WorkerReport) =>
  new Promise<unknown>((resolve) => worker.send(said, undefined, resolve))

let stop = async (): Promise<void> => {}

async function begin(plan: ServePlan): Promise<void> {
  try {
    const wiki = openPlanned(plan, plan.port)
    const server = await serve(wiki, plan)
    stop = async () => {
      await server.close()
      await wiki.close()
    }
    await report('serving')
  } catch (error) {
    await report({ cannot: explain(cannotListen(error, plan)) })
    process.exit(1)
  }
}

async function end(): Promise<void> {
  await stop()
  process.exit()
}

// Who looks after it has to see to it first that it gets no more connections.
for (const signal of signals) process.on(signal, () => report('asked to end'))
worker.on('message', (order: WorkerOrder) => (order === 'stop' ? end() : begin(order.serve)))
await report('loaded')
