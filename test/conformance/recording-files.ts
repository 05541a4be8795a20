import { readFileSync, writeFileSync } from 'node:fs'
import type { RecordedConversation } from '../../src/compare/recording.ts'

/** Reads what the reference answered on a subject. */
export function readRecording(subject: string): readonly RecordedConversation[] {
  return JSON.parse(readFileSync(recordingFile(subject), 'utf8'))
}

/** Writes a recording with one exchange a line, so that a change shows as one. */
export function writeRecording(subject: string, recorded: readonly RecordedConversation[]): void {
  const conversations = recorded.map(({ name, fixture, exchanges }) => {
    const head = [`"name":${JSON.stringify(name)}`]
    if (fixture) head.push(`"fixture":${JSON.stringify(fixture)}`)
    const lines = exchanges.map((exchange) => JSON.stringify(exchange))
    return `{${[...head, `"exchanges":[\n${lines.join(',\n')}\n]`].join(',\n')}}`
  })
  writeFileSync(recordingFile(subject), `[\n${conversations.join(',\n')}\n]\n`)
}

function recordingFile(subject: string): URL {
  return new URL(`recordings/${subject}.json`, import.meta.url)
}
