import { Connection } from './connection.ts'
import type { Question } from './question.ts'

/** What is asked, and of whom. */
export interface Load {
  readonly port: number
  readonly connections: number
  /** The next question; `undefined` once there are to be no more. */
  readonly next: () => Question | undefined
}

/** What became of it. */
export interface Asked {
  readonly answers: number
  readonly seconds: number
  /** How long each answer took, the shortest first. */
  readonly milliseconds: Float64Array
}

/** Asks on connections that stay open, on each the next question after the last answer. */
export async function ask({ port, connections, next }: Load): Promise<Asked> {
  const milliseconds: number[] = []
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const asked = new Map<Connection, number>()
  const goOn = (connection: Connection): void => {
    const question = next()
    if (question === undefined) {
      connection.close()
      asked.delete(connection)
      if (asked.size === 0) resolve()
      return
    }
    asked.set(connection, performance.now())
    connection.ask(question)
  }
  const onAnswer = (connection: Connection): void => {
    milliseconds.push(performance.now() - (asked.get(connection) ?? Number.NaN))
    goOn(connection)
  }
  const open = () => new Connection(port, { onAnswer, onError: reject }).opened()
  const all = await Promise.all(Array.from({ length: connections }, open))
  for (const connection of all) asked.set(connection, 0)
  const started = performance.now()
  for (const connection of all) goOn(connection)
  await promise.finally(() => {
    for (const connection of all) connection.close()
  })
  const seconds = (performance.now() - started) / 1000
  return {
    answers: milliseconds.length,
    seconds,
    milliseconds: Float64Array.from(milliseconds).sort(),
  }
}

/** One question after the other, again and again, for so many seconds from the first on. */
export function inTurn(questions: readonly Question[], seconds: number): Load['next'] {
  let number = 0
  return forSeconds(seconds, () => questions[number++ % questions.length])
}

/** Each question once. */
export function eachOnce(questions: readonly Question[]): Load['next'] {
  let number = 0
  return () => questions[number++]
}

/** No more questions once so many seconds have gone by since the first. */
export function forSeconds(seconds: number, next: Load['next']): Load['next'] {
  let until: number | undefined
  return () => {
    const now = performance.now()
    until ??= now + seconds * 1000
    return now < until ? next() : undefined
  }
}
