import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { describeMain } from '../../api/describe-main.ts'
import { modulesWith } from '../../extensions/add-extensions.ts'
import { extensions } from '../../extensions/index.ts'
import { errorsOf } from './errors-of.ts'
import { submodulesOf } from './find-described.ts'
import { sortedValues } from './sorted-values.ts'
import { wikitextToHtml } from './wikitext.ts'
import { sayWords } from './words.ts'
import { wordsOfExample, wordsOfModule, wordsOfParam } from './words-of.ts'

const main = describeMain(modulesWith(Object.values(extensions)))
const all = [main, ...submodulesOf(main, { deep: true })]

describe('the documentation', () => {
  for (const module of all) {
    it(`says in two languages what ${module.path}, its parameters and its examples are for`, () => {
      const [summary] = wordsOfModule(module)
      const params = Object.entries(module.params).map(
        ([name, spec]) => wordsOfParam(module, name, spec)[0],
      )
      const examples = module.examples.map((example) => wordsOfExample(module, example))
      for (const words of [summary, ...params, ...examples]) {
        if (words === undefined) continue
        for (const language of ['en', 'fr']) {
          assert.notEqual(sayWords(words, language), '', `no text for ${words.key}`)
        }
      }
      assert.ok(module.examples.length > 0, 'no example')
    })
  }

  it('says of all values of a parameter what they mean, or of none', () => {
    const halfSaid = all.flatMap((module) =>
      Object.entries(module.params).flatMap(([name, spec]) => {
        const said =
          wordsOfParam(module, name, spec).length - (spec.moreWords === undefined ? 1 : 2)
        const complete = said === 0 || said === spec.type.length
        return complete ? [] : [`${module.path} ${name}`]
      }),
    )
    assert.deepEqual(halfSaid, [])
  })

  it('lists the errors that the documents on mediawiki.org list', () => {
    const legacy = (path: string) =>
      all
        .filter((module) => module.path === path)
        .flatMap((module) => errorsOf(module).flatMap(({ legacyCode }) => legacyCode ?? []))
    assert.deepEqual(legacy('checktoken'), ['notype', 'unknown_type', 'notoken'])
    assert.deepEqual(legacy('logout'), ['notoken'])
  })
})

describe('sortedValues', () => {
  // biome-ignore format: a table
  const rows = [
    { given: ['b', 'a', 'C'],               sorted: ['C', 'a', 'b'] },
    { given: ['0.11', '0.9', '0.10'],       sorted: ['0.9', '0.10', '0.11'] },
    { given: ['local', '!local'],           sorted: ['!local', 'local'] },
    { given: ['upload_by_url', 'upload'],   sorted: ['upload', 'upload_by_url'] },
    { given: ['old', 'new', 'own', 'z'],    sorted: ['new', 'z', 'old', 'own'] },
  ]
  for (const { given, sorted } of rows) {
    it(`sorts ${given.join(', ')}`, () => {
      assert.deepEqual(sortedValues(given, ['old'], ['own']), sorted)
    })
  }
})

describe('wikitextToHtml', () => {
  const spell = (text: string): string => String(wikitextToHtml(text, (target) => `/x?${target}`))

  it('links pages, with a label or without', () => {
    assert.equal(spell('[[A|b]] [[C]]'), '<a href="/x?A">b</a> <a href="/x?C">C</a>')
  })

  it('links addresses', () => {
    const link = '<a rel="nofollow" class="external text" href="https://a.example/?b&#38;c">d</a>'
    assert.equal(spell('[https://a.example/?b&c d]'), link)
  })

  it('leaves our elements, and escapes a lone ampersand', () => {
    assert.equal(spell('<kbd>a&b</kbd> &lt;'), '<kbd>a&#38;b</kbd> &lt;')
  })
})
