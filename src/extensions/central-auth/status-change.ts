import type { GlobalAccount } from '../../auth/accounts/global-account-store.ts'
import type { PhpArray, PhpValue } from '../../php/php-serialize.ts'

type Status = Pick<GlobalAccount, 'locked' | 'hidden'>

/** What the log tells of a change: which of its words hold from now on, and which no longer. */
export function loggedChange(from: Status, to: Status): PhpArray | undefined {
  const [before, after] = [wordsFor(from), wordsFor(to)]
  const added = after.filter((word) => !before.includes(word))
  const removed = before.filter((word) => !after.includes(word))
  if (added.length + removed.length === 0) return undefined

  return new Map<string, PhpValue>([
    ['added', listOf(added)],
    ['removed', listOf(removed)],
  ])
}

function wordsFor({ locked, hidden }: Status): readonly string[] {
  const hiding = { '': [], lists: ['hidden'], suppressed: ['oversighted'] }[hidden]
  return [...(locked ? ['locked'] : []), ...hiding]
}

function listOf(words: readonly string[]): PhpArray {
  return new Map(words.map((word, at) => [at, word]))
}
