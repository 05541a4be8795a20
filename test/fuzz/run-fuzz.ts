import { once } from 'node:events'
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { type Round, roundSize } from './run-round.ts'
import { addTallies, emptyTally, type Tally } from './tally.ts'

/** Asks so many odd requests, in as many threads as there are processors, until something fails. */
export async function runFuzz(
  { seed, count }: { readonly seed: number; readonly count: number },
  tell: (soFar: Tally) => void = () => undefined,
): Promise<Tally> {
  const rounds = Array.from({ length: Math.ceil(count / roundSize) }, (_, at): Round => {
    const from = at * roundSize
    return { seed, from, until: Math.min(from + roundSize, count) }
  })
  let all = emptyTally
  const work = async (): Promise<void> => {
    const thread = new Worker(new URL('round-thread.ts', import.meta.url))
    for (let round = rounds.shift(); round !== undefined; round = rounds.shift()) {
      const answered = once(thread, 'message')
      thread.postMessage(round)
      // The thread sends nothing else.
      const [tally] = (await answered) as [Tally]
      all = addTallies(all, tally)
      tell(all)
      if (all.failures.length > 0) rounds.length = 0
    }
    await thread.terminate()
  }
  await Promise.all(Array.from({ length: availableParallelism() }, work))
  return all
}
