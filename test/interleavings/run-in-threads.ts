import { once } from 'node:events'
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { Breach } from './run-schedules.ts'

/** Runs so many schedules, from a seed on, in as many threads as there are processors. */
export async function runInThreads({
  seed,
  count,
}: {
  readonly seed: number
  readonly count: number
}): Promise<Breach | undefined> {
  const share = Math.ceil(count / availableParallelism())
  const starts = Array.from({ length: Math.ceil(count / share) }, (_, at) => at * share)
  const found = await Promise.all(
    starts.map(async (start) => {
      const workerData = { seed: seed + start, count: Math.min(share, count - start) }
      const thread = new Worker(new URL('schedules-thread.ts', import.meta.url), { workerData })
      // The thread sends nothing else.
      const [breach] = (await once(thread, 'message')) as [Breach | undefined]
      await thread.terminate()
      return breach
    }),
  )
  return found.find((breach) => breach !== undefined)
}
