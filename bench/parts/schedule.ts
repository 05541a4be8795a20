import { setTimeout } from 'node:timers/promises'
import { Connection } from './connection.ts'
import type { Asked } from './load.ts'
import type { Question } from './question.ts'

/** Questions that come when they come, whether or not earlier ones are answered. */
export interface Schedule {
  readonly port: number
  readonly connections: number
  readonly perSecond: number
  /** The next question; `undefined` once there are to be no more. */
  readonly next: () => Question | undefined
}

/** What became of it. */
export interface AskedOnTime extends Asked {
  /** How many milliseconds late the driver asked each question for which a connection was free, the least first. */
  readonly lateness: Float64Array
}

/** A question, and when it was to be asked. */
interface Due {
  readonly question: Question
  readonly time: number
}

/**
 * Asks at a steady pace. How long an answer took is counted from when its question was due: a server
 * that stops for a while makes all of them late that would have come meanwhile.
 */
export async function askOnTime(schedule: Schedule): Promise<AskedOnTime> {
  const { port, connections, perSecond, next } = schedule
  const milliseconds: number[] = []
  const lateness: number[] = []
  const asked = new Map<Connection, Due>()
  const waiting: Due[] = []
  const failed = Promise.withResolvers<never>()
  const onAnswer = (connection: Connection): void => {
    milliseconds.push(performance.now() - (asked.get(connection)?.time ?? Number.NaN))
    asked.delete(connection)
    const due = waiting.shift()
    if (due === undefined) free.push(connection)
    else askNow(connection, due)
  }
  const askNow = (connection: Connection, due: Due): void => {
    asked.set(connection, due)
    connection.ask(due.question)
  }
  const open = () => new Connection(port, { onAnswer, onError: failed.reject }).opened()
  const all = await Promise.all(Array.from({ length: connections }, open))
  const free = [...all]

  const started = performance.now()
  const run = async (): Promise<void> => {
    for (let count = 0; ; count++) {
      const time = started + (count * 1000) / perSecond
      while (performance.now() < time) await setTimeout(1)
      const question = next()
      if (question === undefined) break
      // The one that has had nothing to do for longest: the server would hang up at last.
      const connection = free.shift()
      if (connection === undefined) {
        waiting.push({ question, time })
        continue
      }
      lateness.push(performance.now() - time)
      askNow(connection, { question, time })
    }
    while (asked.size > 0) await setTimeout(1)
  }
  try {
    await Promise.race([run(), failed.promise])
  } finally {
    for (const connection of all) connection.close()
  }
  const seconds = (performance.now() - started) / 1000
  return {
    answers: milliseconds.length,
    seconds,
    milliseconds: Float64Array.from(milliseconds).sort(),
    lateness: Float64Array.from(lateness).sort(),
  }
}
