import type { Comparison } from './compare.ts'
import type { ComparedStep } from './compare-conversation.ts'
import { answerDiff, requestLine } from './difference-report.ts'

/** How many exchanges went how. */
export interface Counts {
  readonly exchanges: number
  readonly same: number
  readonly different: number
  readonly notPlayed: number
}

const longestDiff = 60

/** Counts the exchanges of all conversations. */
export function countSteps(comparisons: readonly Comparison[]): Counts {
  const results = comparisons.flatMap(({ steps }) => steps.map(({ result }) => result))
  const count = (wanted: ComparedStep['result']): number =>
    results.filter((result) => result === wanted).length
  return {
    exchanges: results.length,
    same: count('same'),
    different: count('different'),
    notPlayed: count('not played'),
  }
}

/** Says for people how a conversation went: only what is not the same at length. */
export function reportComparison(comparison: Comparison): string {
  const { file, name, steps } = comparison
  const notes = steps.flatMap((step, index) => reportStep(step, index, steps))
  return [`${file}: ${name}: ${sayCounts(countSteps([comparison]))}`, ...notes].join('\n')
}

/** Says counts in one line. */
export function sayCounts({ exchanges, same, different, notPlayed }: Counts): string {
  const noun = exchanges === 1 ? 'exchange' : 'exchanges'
  return `${exchanges} ${noun}, ${same} same, ${different} different, ${notPlayed} not played`
}

function reportStep(
  step: ComparedStep,
  index: number,
  steps: readonly ComparedStep[],
): readonly string[] {
  switch (step.result) {
    case 'same':
      return []
    case 'not played': {
      const before = steps[index - 1]
      const isSaid = before?.result === 'not played' && before.needs === step.needs
      return isSaid ? [] : [`  step ${index + 1}: not played: needs ${step.needs}`]
    }
    case 'different': {
      const { differs } = step.step
      const lines = answerDiff(step.a, step.b)
      const more = lines.length - longestDiff
      return [
        `  step ${index + 1}: ${requestLine(step.step)}`,
        ...(differs ? [`    (differs on purpose: ${differs.id} in docs/differences.md)`] : []),
        ...lines.slice(0, longestDiff),
        ...(more > 0 ? [`      … ${more} more lines`] : []),
      ]
    }
  }
}

/** What programs read of a conversation. */
export function comparisonData({ file, name, steps }: Comparison): object {
  return {
    file,
    name,
    steps: steps.map(({ step, ...outcome }) => ({ request: requestLine(step), ...outcome })),
  }
}
