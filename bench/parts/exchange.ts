import { Connection } from './connection.ts'
import type { Question } from './question.ts'

/** Asks one question on a connection of its own; the answer is what came over the wire. */
export async function exchange(port: number, question: Question): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  const connection = new Connection(port, {
    onAnswer: (_connection, bytes) => resolve(bytes.toString()),
    onError: reject,
  })
  await connection.opened()
  connection.ask(question)
  return promise.finally(() => connection.close())
}
