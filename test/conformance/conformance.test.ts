import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { reportDifference } from '../../src/compare/difference-report.ts'
import { play } from '../../src/compare/play.ts'
import type { RecordedConversation } from '../../src/compare/recording.ts'
import { withoutAnswers } from '../../src/compare/recording.ts'
import { Jeton } from './jeton.ts'
import { readRecording } from './recording-files.ts'
import { subjects } from './subjects.ts'

/** Replays what a real MediaWiki answered, and wants the same answers from Jeton. */
for (const subject of Object.keys(subjects)) {
  describe(`conformance: ${subject}`, () => {
    for (const recorded of readRecording(subject)) {
      it(recorded.name, async () => {
        const differences = await findDifferences(recorded)
        assert.ok(differences.length === 0, `- expected, + answered\n${differences.join('\n')}`)
      })
    }
  })
}

async function findDifferences(recorded: RecordedConversation): Promise<readonly string[]> {
  await using jeton = new Jeton()
  const answers = play(withoutAnswers(recorded), jeton)
  const differences: string[] = []
  for (const [index, { ask, answer: recordedAnswer }] of recorded.exchanges.entries()) {
    try {
      const { value: answer } = await answers.next()
      if (!answer) throw new Error('Cannot replay: the conversation ended early')
      const expected = { ...recordedAnswer, ...ask.differs?.instead }
      const difference = reportDifference(ask, index + 1, expected, answer)
      if (difference !== undefined) differences.push(difference)
    } catch (error) {
      // An answer that is no JSON, or a token that was not given: say so beside what led there.
      return [...differences, `  step ${index + 1}: ${error}`]
    }
  }
  return differences
}
