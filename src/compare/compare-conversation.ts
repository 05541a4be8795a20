import { CannotPlay } from './cannot-compare.ts'
import type { Answer, Conversation, Step } from './conversation.ts'
import { spellAnswer } from './difference-report.ts'
import { play } from './play.ts'
import { hideInAnswer } from './secrets.ts'
import type { Side } from './side.ts'

/** How a conversation went with both. */
export interface ComparedConversation {
  readonly name: string
  readonly steps: readonly ComparedStep[]
}

export type ComparedStep = { readonly step: Step } & Outcome

type Outcome =
  | { readonly result: 'same' }
  | { readonly result: 'different'; readonly a: Answer; readonly b: Answer }
  | { readonly result: 'not played'; readonly needs: string }

/**
 * Has the same conversation with both; where one cannot go on, the rest is not played. First all of it
 * with one, then with the other: they may share accounts and bot passwords.
 */
export async function compareConversation(
  conversation: Conversation,
  a: Side,
  b: Side,
): Promise<ComparedConversation> {
  const refusal = findRefusal(conversation, [a, b])
  const playedA = refusal ?? (await playAt(a, conversation))
  const playedB = refusal ?? (await playAt(b, conversation))
  const needs = playedA.needs ?? playedB.needs ?? 'an answer'
  const steps = conversation.steps.map((step, index) => ({
    step,
    ...compareAnswers(playedA.answers[index], playedB.answers[index], needs),
  }))
  return { name: conversation.name, steps }
}

/** The answers of one side, and what it would have needed to give more. */
interface Played {
  readonly answers: readonly Answer[]
  readonly needs?: string
}

/** Settings for one request would be ignored, and the answers be compared that nobody asked for. */
function findRefusal({ steps }: Conversation, sides: readonly Side[]): Played | undefined {
  const refusing = sides.find(({ readsTestConfig }) => !readsTestConfig)
  if (refusing === undefined || steps.every(({ config }) => config === undefined)) return undefined
  return { answers: [], needs: `X-Test-Config to be read, at ${refusing.url}` }
}

async function playAt({ peer, secrets, url }: Side, conversation: Conversation): Promise<Played> {
  const answers: Answer[] = []
  try {
    for await (const answer of play(conversation, peer)) answers.push(hideInAnswer(answer, secrets))
    return { answers }
  } catch (error) {
    // A wiki that lacks what this conversation needs is no reason to leave out the others.
    if (error instanceof CannotPlay) return { answers, needs: `${error.message}, at ${url}` }
    throw error
  }
}

function compareAnswers(a: Answer | undefined, b: Answer | undefined, needs: string): Outcome {
  if (a === undefined || b === undefined) return { result: 'not played', needs }
  return spellAnswer(a) === spellAnswer(b) ? { result: 'same' } : { result: 'different', a, b }
}
