import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import english from './en.json' with { type: 'json' }
import french from './fr.json' with { type: 'json' }
import englishHelp from './help/en.json' with { type: 'json' }
import frenchHelp from './help/fr.json' with { type: 'json' }
import explanationsOfHelp from './help/qqq.json' with { type: 'json' }
import englishPages from './pages/en.json' with { type: 'json' }
import frenchPages from './pages/fr.json' with { type: 'json' }
import explanationsOfPages from './pages/qqq.json' with { type: 'json' }
import explanations from './qqq.json' with { type: 'json' }

/** The texts of a language, or the explanations, by key. */
type Texts = Readonly<Record<string, string>>

const sets: Readonly<Record<string, { en: Texts; fr: Texts; qqq: Texts }>> = {
  messages: { en: english, fr: french, qqq: explanations },
  'messages/help': { en: englishHelp, fr: frenchHelp, qqq: explanationsOfHelp },
  'messages/pages': { en: englishPages, fr: frenchPages, qqq: explanationsOfPages },
}

/** What a text shows of the values put into it, and the elements around them. */
function places(text: string): readonly string[] {
  return [...new Set(text.match(/\$\d|<\w+/g) ?? [])].sort()
}

for (const [name, { en, fr, qqq }] of Object.entries(sets)) {
  describe(name, () => {
    it('has a text in each language, and an explanation, under each key', () => {
      assert.deepEqual(Object.keys(fr), Object.keys(en))
      assert.deepEqual(Object.keys(qqq), Object.keys(en))
      const all = [...Object.entries(en), ...Object.entries(fr), ...Object.entries(qqq)]
      const empty = all.filter(([, text]) => text.trim() === '')
      assert.deepEqual(empty, [])
    })

    it('is sorted by key', () => {
      assert.deepEqual(Object.keys(en), Object.keys(en).sort())
    })

    it('shows the same values in each language', () => {
      const values = (text: string): readonly string[] =>
        places(text).filter((place) => place.startsWith('$'))
      const other = Object.keys(en).filter(
        (key) => String(values(en[key] ?? '')) !== String(values(fr[key] ?? '')),
      )
      assert.deepEqual(other, [])
    })

    it('explains each value that a text shows', () => {
      const unexplained = Object.entries(en).flatMap(([key, text]) =>
        places(text).filter((place) => place.startsWith('$') && !qqq[key]?.includes(place)),
      )
      assert.deepEqual(unexplained, [])
    })
  })
}

/** What French typography does not do, outside of what is code. */
// biome-ignore format: a table
const slips: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['no U+00A0 before : ; ! ? »',               /[^\u00a0](?:[:;!?](?=\s|$)|»)/],
  ['no U+00A0 after «',                        /«(?!\u00a0)/],
  ['an apostrophe or quotation marks of ASCII', /['"]/],
]
const code = /<(kbd|var|code|samp)>.*?<\/\1>|\[?https?:\S+|&\w+;/gs

it('French is spelled with the spaces and apostrophes of French', () => {
  const found = Object.entries({ ...french, ...frenchHelp, ...frenchPages }).flatMap(
    ([key, text]) =>
      slips
        .filter(([, pattern]) => text.replaceAll(code, '…').search(pattern) !== -1)
        .map(([what]) => `${key}: ${what}`),
  )
  assert.deepEqual(found, [])
})

it('no key stands in two sets', () => {
  const keys = Object.values(sets).flatMap(({ en }) => Object.keys(en))
  assert.deepEqual(
    keys.filter((key, at) => keys.indexOf(key) !== at),
    [],
  )
})
