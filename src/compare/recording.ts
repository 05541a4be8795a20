import * as v from 'valibot'
import type { Answer, Conversation, Step } from './conversation.ts'

/** A conversation that was had with the reference. */
export interface RecordedConversation extends Omit<Conversation, 'steps'> {
  readonly exchanges: readonly Exchange[]
}

export interface Exchange {
  readonly ask: Step
  readonly answer: Answer
}

const words = v.record(v.string(), v.string())

/** What a step must be to be played; the rest of it is taken as it is. */
const step = v.looseObject({
  as: v.optional(v.string()),
  method: v.optional(v.string()),
  path: v.optional(v.string()),
  query: v.optional(v.string()),
  body: v.optional(v.string()),
  type: v.nullish(v.string()),
  headers: v.optional(words),
  cookies: v.optional(v.record(v.string(), v.nullable(v.string()))),
  config: v.optional(v.record(v.string(), v.unknown())),
  remember: v.optional(words),
})

const recording = v.array(
  v.looseObject({
    name: v.string(),
    fixture: v.optional(v.record(v.string(), v.unknown())),
    exchanges: v.array(v.looseObject({ ask: step })),
  }),
)

/** Tells whether a value that was read from a file is a recording. */
export function isRecording(value: unknown): value is readonly RecordedConversation[] {
  return v.is(recording, value)
}

/** The conversation that a recording was made of. */
export function withoutAnswers({ exchanges, ...rest }: RecordedConversation): Conversation {
  return { ...rest, steps: exchanges.map(({ ask }) => ask) }
}
