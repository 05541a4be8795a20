import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { RawParams } from './raw-params.ts'
import { phpArray, type RawValue, sentParams } from './sent-param.ts'

type Sent = Readonly<Record<string, RawValue>>

function sent(query: Sent, body: Sent = {}): RawParams {
  return new RawParams(sentParams(Object.entries(query)), sentParams(Object.entries(body)))
}

function bytes(...values: readonly number[]): Uint8Array {
  return Uint8Array.from(values)
}

function clean(raw: RawValue, where: 'query' | 'body' = 'body'): string | undefined {
  return (where === 'query' ? sent({ p: raw }) : sent({}, { p: raw })).peekText('p')
}

/** What text becomes, wherever it is sent. */
// biome-ignore format: a table
const texts: readonly { readonly given: string; readonly text: string }[] = [
  { given: '',                    text: '' },
  { given: 'plain +%25 text',     text: 'plain +%25 text' },
  { given: 'tab\tlines\r\n',      text: 'tab\tlines\r\n' },
  { given: 'a\0b',                text: 'a\ufffdb' },
  { given: 'a\x01\x08\x0b\x0cb',  text: 'a\ufffd\ufffd\ufffd\ufffdb' },
  { given: 'a\x0e\x1e\x1fb',      text: 'a\ufffd\ufffd\ufffdb' },
  { given: 'a\x7fb',              text: 'a\x7fb' },
  { given: 'a\x80\x9fb',          text: 'a\x80\x9fb' },
  { given: 'a\ufffe\uffffb',      text: 'a\ufffd\ufffdb' },
  { given: '\ufffd',              text: '\ufffd' },
  { given: '\ufeffa',             text: '\ufeffa' },
  { given: 'é',                   text: 'é' },
  { given: 'e\u0301',             text: 'é' },
  { given: '\u212b',              text: 'å'.toUpperCase() },
  { given: '\ufb01',              text: '\ufb01' },
  { given: 'a\u0323\u0301',       text: 'ạ\u0301' },
  { given: 'a\u0301\u0323',       text: 'ạ\u0301' },
  { given: '\u1100\u1161\u11a8',  text: '각' },
  { given: '😀',                  text: '😀' },
  { given: '\x1fa\x1fe\u0301',    text: '\x1fa\x1fé' },
  { given: '\x1f',                text: '\x1f' },
  { given: '\x1fa\x01\x1f',       text: '\x1fa\ufffd\x1f' },
]

/** What bytes become that are not UTF-8: English wikis read old addresses as windows-1252. */
// biome-ignore format: a table
const badBytes = [
  { given: [0xe9],                   query: 'é',         body: '\ufffd' },
  { given: [0x61, 0xff, 0xfe, 0x62], query: 'aÿþb',      body: 'a\ufffd\ufffdb' },
  { given: [0x80, 0x9f],             query: '€Ÿ',        body: '\ufffd\ufffd' },
  { given: [0x61, 0x81, 0x8d, 0x8f, 0x90, 0x9d], query: 'a', body: `a${'\ufffd'.repeat(5)}` },
  { given: [0xc3, 0xa9, 0xe9],       query: 'Ã©é',       body: 'é\ufffd' },
  { given: [0x01, 0xe9],             query: '\ufffdé',   body: '\ufffd\ufffd' },
  { given: [0x1f, 0xe9, 0x1f, 0x61], query: '\x1fé\x1fa', body: '\x1f\ufffd\x1fa' },
]

const acute = '\u0301'
const dotBelow = '\u0323'

/** Texts on which NFC, or the guard against its slowness, would take minutes if it were careless. */
// biome-ignore format: a table
const slow: readonly (readonly [string, string])[] = [
  ['500,000 marks on one letter',             `a${(acute + dotBelow).repeat(250_000)}`],
  ['500,000 marks on no letter',              (acute + dotBelow).repeat(250_000)],
  ['many runs of 99 marks',                   `a${(acute + dotBelow).repeat(49)}${acute}`.repeat(10_000)],
  ['many runs of 98 marks that decompose',    `a${'\u0344'.repeat(49)}${dotBelow.repeat(49)}`.repeat(10_000)],
  ['many runs of 999 marks',                  `a${(acute + dotBelow).repeat(499)}${acute}`.repeat(1_000)],
  ['many runs with a joiner between',         `a${(acute + dotBelow).repeat(49)}\u200d`.repeat(10_000)],
  ['marks with a grapheme joiner in between', `a${`${(acute + dotBelow).repeat(49)}\u034f`.repeat(10_000)}`],
  ['marks with a vowel sign in between',      `a${`${(acute + dotBelow).repeat(49)}\u0903`.repeat(10_000)}`],
  ['marks beyond the basic plane',            `a${'\u{1d165}\u{1e8d0}'.repeat(125_000)}`],
  ['a million letters with a mark each',      `e${acute}`.repeat(500_000)],
  ['half a million lists',                    `\x1fe${acute}`.repeat(350_000)],
  ['a million control characters',            '\x01'.repeat(1_000_000)],
]

describe('RawParams', () => {
  for (const { given, text } of texts) {
    it(`makes ${JSON.stringify(text)} of ${JSON.stringify(given)}, and says whether it changed`, () => {
      for (const params of [sent({ p: given }), sent({}, { p: given })]) {
        assert.deepEqual(params.read('p'), { text, changed: text !== given })
      }
    })
  }

  for (const { given, query, body } of badBytes) {
    it(`makes ${JSON.stringify(query)} of the bytes ${given} in an address`, () => {
      assert.deepEqual(sent({ p: bytes(...given) }).read('p'), { text: query, changed: true })
    })

    it(`makes ${JSON.stringify(body)} of the bytes ${given} in a body`, () => {
      assert.deepEqual(sent({}, { p: bytes(...given) }).read('p'), { text: body, changed: true })
    })
  }

  it('reads a body as an address if the address has that name, as MediaWiki does', () => {
    assert.equal(sent({ p: 'x' }, { p: bytes(0xe9) }).peekText('p'), 'é')
    assert.equal(sent({ q: 'x' }, { p: bytes(0xe9) }).peekText('p'), '\ufffd')
  })

  it('cleans up whatever comes, and finds nothing more to do in what it made', () => {
    const characters = fc.constantFrom(
      ...['a', 'e', 'é', '|', '\x1f', '\0', acute, dotBelow, '\u0344', '\u034f', '\u1100'],
      ...['\u1161', '\u11a8', '\ufffe', '\ufeff', '😀', '\ud83d', '\u{1d165}', '\u212b', '\u0340'],
    )
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(characters, { maxLength: 300 }).map((parts) => parts.join('')),
    )
    const values = fc.oneof(text, fc.uint8Array({ maxLength: 100 }))
    fc.assert(
      fc.property(values, fc.constantFrom('query', 'body'), (raw, where) => {
        const once = clean(raw, where) ?? assert.fail('is lost')
        assert.equal(clean(once, where), once)
        // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what must be gone
        assert.doesNotMatch(once.slice(1), /[\0-\x08\x0b\x0c\x0e-\x1e\ufffe\uffff]/)
      }),
      { numRuns: 2000 },
    )
  })

  for (const [name, given] of slow) {
    it(`takes no time for ${name}`, () => {
      const start = performance.now()
      assert.ok(clean(given))
      assert.deepEqual(
        [
          ...sent({ [given]: '' })
            .unknown()
            .keys(),
        ],
        [0],
      )
      assert.ok(performance.now() - start < 2000)
    })
  }

  it('normalizes up to 99 marks on a letter, and leaves more of them as they are', () => {
    const marks = (count: number): string => `e${acute.repeat(count)}`
    assert.equal(clean(marks(99)), `é${acute.repeat(98)}`)
    assert.equal(clean(marks(100)), marks(100))
    assert.equal(clean(`${marks(1)}${marks(99)}${marks(1)}`), `éé${acute.repeat(98)}é`)
  })

  it('takes the body before the address', () => {
    const params = sent({ p: '1', q: '2' }, { p: '3', r: phpArray })
    assert.deepEqual(
      ['p', 'q', 'r', 's'].map((name) => params.peek(name)),
      [{ text: '3', changed: false }, { text: '2', changed: false }, phpArray, undefined],
    )
    assert.equal(sent({ p: '1' }, { p: '' }).peekText('p'), '')
    assert.equal(sent({ p: '1' }, { p: phpArray }).peek('p'), phpArray)
  })

  it('knows what was sent, and where', () => {
    const params = sent({ p: '1' }, { q: '2' })
    assert.deepEqual(
      ['p', 'q', 'r'].map((name) => [params.has(name), params.isInQuery(name)]),
      [
        [true, true],
        [true, false],
        [false, false],
      ],
    )
  })

  it('lists what nobody read with its place, those of the body first', () => {
    const params = sent({ a: '', b: '', c: '' }, { z: '', b: '', y: '' })
    assert.deepEqual(
      [...params.unknown()],
      [
        [0, 'z'],
        [1, 'b'],
        [2, 'y'],
        [3, 'a'],
        [4, 'c'],
      ],
    )
    params.read('b')
    params.markAsKnown('a')
    params.peek('y')
    params.peekText('c')
    assert.ok(params.has('z'))
    assert.deepEqual(
      [...params.unknown()],
      [
        [0, 'z'],
        [2, 'y'],
        [4, 'c'],
      ],
    )
  })

  it('cleans up the names that it lists', () => {
    const params = new RawParams(
      sentParams([
        ['e\u0301', ''],
        ['a\x01', ''],
      ]),
      new Map(),
    )
    assert.deepEqual([...params.unknown().values()], ['é', 'a\ufffd'])
  })

  it('takes names of JavaScript for names like any other', () => {
    const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty']
    for (const name of names) {
      assert.equal(sent({}).peek(name), undefined)
      assert.equal(sent({}).has(name), false)
      const params = new RawParams(sentParams([[name, 'x']]), new Map())
      assert.deepEqual([params.peekText(name), [...params.unknown().values()]], ['x', [name]])
    }
  })
})
