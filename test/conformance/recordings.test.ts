import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { isSentence } from '../../src/compare/normal/normal-text.ts'
import { withoutAnswers } from '../../src/compare/recording.ts'
import { readRecording } from './recording-files.ts'
import { subjects } from './subjects.ts'

const all = Object.keys(subjects).flatMap((subject) => readRecording(subject))
const exchanges = all.flatMap((recorded) => recorded.exchanges)

describe('the recordings', () => {
  it('are of the conversations as they stand', () => {
    for (const [subject, conversations] of Object.entries(subjects)) {
      const recorded = readRecording(subject).map(withoutAnswers)
      const standing = JSON.parse(JSON.stringify(conversations))
      assert.deepEqual(recorded, standing, `"${subject}" is out of date: record it anew`)
    }
  })

  it('hold enough exchanges to stand for a protocol', () => {
    assert.ok(exchanges.length >= 200, `only ${exchanges.length}`)
  })

  it("hold none of MediaWiki's sentences", () => {
    const said = exchanges.flatMap(({ answer }) => texts(answer.body).flatMap(partsOfXml))
    const sentences = said.filter(isSentence)
    assert.deepEqual(sentences, [])
  })

  it('differ on purpose only where docs/differences.md says so', () => {
    const page = readFileSync(new URL('../../docs/differences.md', import.meta.url), 'utf8')
    const rows = new Set([...page.matchAll(/^\| *`([\w-]+)`/gm)].map(([, id]) => id))
    const used = new Set(exchanges.map(({ ask }) => ask.differs?.id).filter((id) => id))
    assert.deepEqual(
      [...used].filter((id) => !rows.has(id)),
      [],
    )
  })

  it('hold no names twice', () => {
    const names = all.map(({ name }) => name)
    assert.deepEqual(
      names.filter((name, index) => names.indexOf(name) !== index),
      [],
    )
  })
})

/** What stands in XML between tags and in attributes; any other text as it is. */
function partsOfXml(text: string): readonly string[] {
  return /^<[?a-z]/.test(text) ? text.split(/<[^\s>]*|\s[\w:-]+="|"|>/) : [text]
}

/** Every text in a plain value, keys included. */
function texts(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => [key, ...texts(inner)])
}
