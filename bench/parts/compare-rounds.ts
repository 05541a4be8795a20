import { startBare } from './bare.ts'
import { eachOnce, inTurn } from './load.ts'
import { options } from './options.ts'
import type { Reference } from './reference.ts'
import type { Server } from './server-process.ts'
import { type Turn, takeTurn } from './turn.ts'
import type { Visitors, Work } from './works.ts'

/** Many enough that a server always has something to do; and few, to see how long one answer takes. */
const [many, few] = [32, 4]

/** The turns of all rounds. */
export interface Comparison {
  readonly jeton: readonly Turn[]
  readonly bare: readonly Turn[]
  readonly reference: readonly Turn[]
  /** Jeton's again, at few connections. */
  readonly few: readonly Turn[]
}

/** Who is compared, at the same work. */
interface Compared {
  readonly jeton: Server
  readonly visitors: Visitors
  readonly reference: Reference | undefined
}

/** Has all do the same work, one after the other, round by round; the first round warms up. */
export async function compareRounds(work: Work, compared: Compared): Promise<Comparison> {
  const { jeton, visitors, reference } = compared
  const questions = work.questions(visitors)
  const [first] = questions
  if (first === undefined) throw new Error('Cannot compare: nothing is asked')
  await using bare = await startBare(jeton, first)

  const turns = { jeton: [] as Turn[], bare: [] as Turn[] }
  const others = { reference: [] as Turn[], few: [] as Turn[] }
  const turn = (server: Server, asked = questions, connections = many) =>
    takeTurn(server, { connections, next: inTurn(asked, options.seconds) })
  // The first time that Jeton sees a session again it notes so, durably: not what is measured here.
  await takeTurn(jeton, { connections: many, next: eachOnce(questions) })
  for (let round = 0; round <= options.rounds; round++) {
    turns.jeton.push(await turn(jeton))
    turns.bare.push(await turn(bare))
    others.few.push(await turn(jeton, questions, few))
    if (reference) others.reference.push(await turn(reference, work.questions(reference.visitors)))
  }
  return { ...turns, ...others }
}
