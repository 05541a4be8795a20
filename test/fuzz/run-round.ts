import { ask } from './ask.ts'
import { Dice } from './dice.ts'
import { findFault } from './find-fault.ts'
import { type FuzzWiki, fuzzWiki } from './fuzz-wiki.ts'
import { readGrammar } from './grammar.ts'
import { oddPageRequest } from './odd-page-request.ts'
import { type OddRequest, oddRequest } from './odd-request.ts'
import { type Failure, type Tally, type Timed, theSlowest } from './tally.ts'
import { toCurl } from './to-curl.ts'

/** So many requests are asked of one wiki: what they leave there is part of what the next one meets. */
export const roundSize = 2000

/** So many of a hundred requests are for pages. */
const pagePercent = 5

/** No answer takes longer. */
const mostMilliseconds = 1000

/** Which requests to ask: `until` is the first that is not. */
export interface Round {
  readonly seed: number
  readonly from: number
  readonly until: number
}

/** Asks requests one after the other: those of a seed and an index are always the same. */
export async function runRound({ seed, from, until }: Round): Promise<Tally> {
  const logged: unknown[] = []
  const noteRejection = (error: unknown): void => void logged.push(error)
  process.on('unhandledRejection', noteRejection)
  await using fuzzed = await fuzzWiki(seed + from, (error) => void logged.push(error))
  const grammar = readGrammar(fuzzed.wiki)

  const statuses = new Map<number, number>()
  const codes = new Map<string, number>()
  const failures: Failure[] = []
  let slowest: readonly Timed[] = []
  for (let index = from; index < until; index++) {
    const dice = new Dice(seed, index)
    const asked = dice.chance(pagePercent)
      ? oddPageRequest(dice, fuzzed.forms, fuzzed.secrets)
      : oddRequest(dice, grammar, fuzzed.secrets)
    fuzzed.clock.pass(dice.below(2))
    const { status, code, milliseconds, fault } = await judge(fuzzed, asked, index)
    const problem = logged.length > 0 ? `logged ${spell(logged.splice(0))}` : fault
    if (problem !== undefined) failures.push({ index, fault: problem, curl: toCurl(asked) })
    if (slowest.length < 5 || milliseconds > (slowest.at(-1)?.milliseconds ?? 0)) {
      slowest = theSlowest([...slowest, { index, milliseconds, curl: toCurl(asked) }])
    }
    statuses.set(status, (statuses.get(status) ?? 0) + 1)
    if (code !== undefined) codes.set(code, (codes.get(code) ?? 0) + 1)
  }
  process.off('unhandledRejection', noteRejection)
  return { count: until - from, statuses, codes, slowest, failures }
}

interface Judged {
  readonly status: number
  readonly code: string | undefined
  readonly milliseconds: number
  readonly fault: string | undefined
}

async function judge({ wiki }: FuzzWiki, asked: OddRequest, index: number): Promise<Judged> {
  try {
    const first = await time(() => ask(wiki, asked))
    const { status, headers } = first.answer
    const code = headers.find(([name]) => name.toLowerCase() === 'mediawiki-api-error')?.[1]
    const fault = findFault(first.answer, index % 100 === 0)
    // The machine may have been busy with something else: only what is slow twice is slow.
    const isSlow =
      first.milliseconds > mostMilliseconds &&
      (await time(() => ask(wiki, asked))).milliseconds > mostMilliseconds
    const slow = isSlow ? `took ${Math.round(first.milliseconds)} ms` : undefined
    return { status, code, milliseconds: first.milliseconds, fault: fault ?? slow }
  } catch (error) {
    // The door itself threw, where it should have answered.
    return { status: 0, code: undefined, milliseconds: 0, fault: spell([error]) }
  }
}

async function time<Answer>(
  get: () => Promise<Answer>,
): Promise<{ answer: Answer; milliseconds: number }> {
  const start = performance.now()
  const answer = await get()
  return { answer, milliseconds: performance.now() - start }
}

function spell(errors: readonly unknown[]): string {
  return errors.map((error) => (error instanceof Error ? error.stack : String(error))).join('\n')
}
