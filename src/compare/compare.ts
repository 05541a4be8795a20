import { readFileSync } from 'node:fs'
import { CannotCompare } from './cannot-compare.ts'
import { type ComparedStep, compareConversation } from './compare-conversation.ts'
import { readConversations } from './read-conversations.ts'
import type { Side } from './side.ts'

/** What came of one conversation of a file. */
export interface Comparison {
  readonly file: string
  readonly name: string
  readonly steps: readonly ComparedStep[]
}

/** Reads all files first, so that a mistake is known at once, then has their conversations with both. */
export async function* compareFiles(
  files: readonly string[],
  a: Side,
  b: Side,
  replacesUser: boolean,
): AsyncGenerator<Comparison> {
  const conversations = files.flatMap((file) =>
    readConversations(readText(file), file, replacesUser).map((each) => ({ file, ...each })),
  )
  for (const { file, leftOut, ...conversation } of conversations) {
    const { name, steps } = await compareConversation(conversation, a, b)
    const all = leftOut.reduce<readonly ComparedStep[]>(
      (before, { step, at, needs }) =>
        before.toSpliced(at, 0, { step, result: 'not played', needs }),
      steps,
    )
    yield { file, name, steps: all }
  }
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new CannotCompare(`${file} cannot be read: ${why}`)
  }
}
