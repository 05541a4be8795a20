import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { canonicalUserName } from '../auth/names/user-name.ts'
import { ApiError } from '../result/api-error.ts'
import type { Problem } from '../result/problem.ts'
import type { ParamSpec, ParamSpecs, Params } from './param-spec.ts'
import { RawParams } from './raw-params.ts'
import { type HasParams, type ParamReading, readParams } from './read-params.ts'
import { phpArray, type RawValue, sentParams } from './sent-param.ts'

/** What reading one parameter `p` comes to: a value or an error, and the codes of warnings. */
interface Outcome {
  readonly value?: unknown
  readonly error?: string
  readonly warns?: readonly string[]
}

interface Row extends Outcome {
  readonly spec: ParamSpec
  readonly sent?: RawValue
}

function readingOf(
  sent: Readonly<Record<string, RawValue>>,
  warn: (problem: Problem) => void = () => undefined,
  hasHighLimits = false,
): ParamReading {
  return {
    raw: new RawParams(new Map(), sentParams(Object.entries(sent))),
    warn,
    hasHighLimits: async () => hasHighLimits,
    userName: canonicalUserName,
    now: new Date('2026-01-01T12:00:00Z'),
    tellLimit: () => undefined,
    findUserName: async () => undefined,
    findTitle: async () => undefined,
    pageExists: async () => false,
    namespaces: [],
    groups: [],
    isOn: () => false,
    tags: async () => [],
  }
}

/** Reads parameters that may have to be waited for. */
async function readAll(
  module: HasParams<ParamSpecs>,
  reading: ParamReading,
): Promise<Params<ParamSpecs>> {
  return readParams(module, reading)
}

async function read(spec: ParamSpec, sent?: RawValue, hasHighLimits = false): Promise<Outcome> {
  const warnings: Problem[] = []
  const warn = (problem: Problem): void => void warnings.push(problem)
  const reading = readingOf(sent === undefined ? {} : { p: sent }, warn, hasHighLimits)
  const module = { path: 'module', prefix: '', params: { p: spec } }
  const outcome = await readAll(module, reading).then(
    (values): Outcome => ({ value: values['p'] }),
    (error: unknown): Outcome => {
      if (error instanceof ApiError) return { error: error.problem.code }
      throw error
    },
  )
  return warnings.length === 0 ? outcome : { ...outcome, warns: warnings.map(({ code }) => code) }
}

async function findProblem(spec: ParamSpec, sent: string | undefined): Promise<Problem> {
  const module = { path: 'query+module', prefix: 'mo', params: { p: spec } }
  const reading = readingOf(sent === undefined ? {} : { mop: sent })
  return readAll(module, reading).then(
    () => assert.fail('there is no problem'),
    (error: unknown) => (error instanceof ApiError ? error.problem : assert.fail(String(error))),
  )
}

const words = ['red', 'green', 'blue'] as const
const long = 'x'.repeat(100_000)

/** Values are read as MediaWiki 1.39 reads them. */
// biome-ignore format: a table
const single: readonly Row[] = [
  { spec: { type: 'boolean' },                                     value: false },
  { spec: { type: 'boolean' },                      sent: '',      value: true },
  { spec: { type: 'boolean' },                      sent: '0',     value: true },
  { spec: { type: 'boolean' },                      sent: 'false', value: true },
  { spec: { type: 'boolean' },                      sent: '\x1fx', value: true },
  { spec: { type: 'boolean' },                      sent: phpArray, value: false },

  { spec: { type: 'integer' },                                     value: undefined },
  { spec: { type: 'integer' },                      sent: '',      error: 'badinteger' },
  { spec: { type: 'integer' },                      sent: '5',     value: 5n },
  { spec: { type: 'integer' },                      sent: '+5',    value: 5n },
  { spec: { type: 'integer' },                      sent: '-0',    value: 0n },
  { spec: { type: 'integer' },                      sent: '007',   value: 7n },
  { spec: { type: 'integer' },                      sent: ' 5',    error: 'badinteger' },
  { spec: { type: 'integer' },                      sent: '5\n',   error: 'badinteger' },
  { spec: { type: 'integer' },                      sent: '5.0',   error: 'badinteger' },
  { spec: { type: 'integer' },                      sent: '5e3',   error: 'badinteger' },
  { spec: { type: 'integer' },                      sent: '0x5',   error: 'badinteger' },
  { spec: { type: 'integer' },                      sent: '٥',     error: 'badinteger' },
  { spec: { type: 'integer' },                      sent: '--5',   error: 'badinteger' },
  { spec: { type: 'integer' },                      sent: '5|6',   error: 'badinteger' },
  { spec: { type: 'integer' },                      sent: '\x1f5', error: 'badvalue' },
  { spec: { type: 'integer' },                      sent: '9223372036854775807',  value: 2n ** 63n - 1n },
  { spec: { type: 'integer' },                      sent: '9223372036854775808',  error: 'badinteger' },
  { spec: { type: 'integer' },                      sent: '-9223372036854775808', value: -(2n ** 63n) },
  { spec: { type: 'integer' },                      sent: '-9223372036854775809', error: 'badinteger' },
  { spec: { type: 'integer' },                      sent: '9'.repeat(100_000),    error: 'badinteger' },
  { spec: { type: 'integer', required: true },                     error: 'missingparam' },
  { spec: { type: 'integer', required: true },      sent: '',      error: 'badinteger' },
  { spec: { type: 'integer', required: true },      sent: '1',     value: 1n },
  { spec: { type: 'integer', default: '7' },                       value: 7n },
  { spec: { type: 'integer', default: '7' },        sent: '',      error: 'badinteger' },
  { spec: { type: 'integer', default: '7' },        sent: '8',     value: 8n },
  { spec: { type: 'integer', default: '7' },        sent: phpArray, value: 7n, warns: ['unsupportedarray'] },

  { spec: { type: 'string' },                                      value: undefined },
  { spec: { type: 'string' },                       sent: '',      value: '' },
  { spec: { type: 'string' },                       sent: ' a|b ', value: ' a|b ' },
  { spec: { type: 'string' },                       sent: long,    value: long },
  { spec: { type: 'string' },                       sent: '\x1fx', error: 'badvalue' },
  { spec: { type: 'string' },                       sent: '\x1f',  error: 'badvalue' },
  { spec: { type: 'string' },                       sent: 'a\x1fb', value: 'a\ufffdb', warns: ['badutf8'] },
  { spec: { type: 'string' },                       sent: 'e\u0301', value: 'é', warns: ['badutf8'] },
  { spec: { type: 'string' },                       sent: phpArray, value: undefined, warns: ['unsupportedarray'] },
  { spec: { type: 'string', required: true },                      error: 'missingparam' },
  { spec: { type: 'string', required: true },       sent: '',      error: 'missingparam' },
  { spec: { type: 'string', required: true },       sent: '0',     value: '0' },
  { spec: { type: 'string', required: true },       sent: phpArray, error: 'missingparam', warns: ['unsupportedarray'] },
  { spec: { type: 'string', default: 'x' },                        value: 'x' },
  { spec: { type: 'string', default: 'x' },         sent: '',      value: '' },
  { spec: { type: 'string', default: 'x' },         sent: 'y',     value: 'y' },

  { spec: { type: 'password' },                                    value: undefined },
  { spec: { type: 'password' },                     sent: '',      value: '' },
  { spec: { type: 'password' },                     sent: ' a|b ', value: ' a|b ' },
  { spec: { type: 'password' },                     sent: '\x1fx', error: 'badvalue' },
  { spec: { type: 'password', required: true },     sent: '',      error: 'missingparam' },
  { spec: { type: 'password', required: true },                    error: 'missingparam' },
  { spec: { type: 'password', default: 'x' },                      value: 'x' },

  { spec: { type: 'user' },                                        value: undefined },
  { spec: { type: 'user' },                         sent: '',      error: 'baduser' },
  { spec: { type: 'user' },                         sent: 'alice_b', value: 'Alice b' },
  { spec: { type: 'user' },                         sent: 'user:alice', value: 'Alice' },
  { spec: { type: 'user' },                         sent: 'a|b',   error: 'baduser' },
  { spec: { type: 'user' },                         sent: '127.0.0.1', error: 'baduser' },
  { spec: { type: 'user' },                         sent: '\x1fAlice', error: 'badvalue' },
  { spec: { type: 'user' },                         sent: long,    error: 'baduser' },
  { spec: { type: 'user', required: true },                        error: 'missingparam' },
  { spec: { type: 'user', required: true },         sent: '',      error: 'baduser' },
  { spec: { type: 'user', default: 'alice' },                      value: 'Alice' },

  { spec: { type: words },                                         value: undefined },
  { spec: { type: words },                          sent: '',      error: 'badvalue' },
  { spec: { type: words },                          sent: 'red',   value: 'red' },
  { spec: { type: words },                          sent: 'Red',   error: 'badvalue' },
  { spec: { type: words },                          sent: 'red ',  error: 'badvalue' },
  { spec: { type: words },                          sent: 'red|red', error: 'badvalue' },
  { spec: { type: words },                          sent: '*',     error: 'badvalue' },
  { spec: { type: words },                          sent: '\x1fred', error: 'badvalue' },
  { spec: { type: words },                          sent: '__proto__', error: 'badvalue' },
  { spec: { type: words },                          sent: 'constructor', error: 'badvalue' },
  { spec: { type: [] },                             sent: '',      error: 'badvalue' },
  { spec: { type: words, required: true },                         error: 'missingparam' },
  { spec: { type: words, required: true },          sent: '',      error: 'badvalue' },
  { spec: { type: words, required: true },          sent: 'blue',  value: 'blue' },
  { spec: { type: words, required: true },          sent: phpArray, error: 'missingparam', warns: ['unsupportedarray'] },
  { spec: { type: words, default: 'green' },                       value: 'green' },
  { spec: { type: words, default: 'green' },        sent: '',      error: 'badvalue' },
]

const colours: ParamSpec = { type: words, multi: true }
const allColours: ParamSpec = { type: words, multi: true, all: true }
const texts: ParamSpec = { type: 'string', multi: true }
const unrecognized = { warns: ['unrecognizedvalues'] }

// biome-ignore format: a table
const lists: readonly Row[] = [
  { spec: colours,                                                       value: undefined },
  { spec: colours,                                 sent: '',             value: [] },
  { spec: colours,                                 sent: '\x1f',         value: [] },
  { spec: colours,                                 sent: 'red',          value: ['red'] },
  { spec: colours,                                 sent: 'blue|red',     value: ['blue', 'red'] },
  { spec: colours,                                 sent: 'red|blue|red', value: ['red', 'blue'] },
  { spec: colours,                                 sent: '\x1fblue\x1fred', value: ['blue', 'red'] },
  { spec: colours,                                 sent: 'red| blue',    value: ['red'], ...unrecognized },
  { spec: colours,                                 sent: 'red|',         value: ['red'], ...unrecognized },
  { spec: colours,                                 sent: '|',            value: [], ...unrecognized },
  { spec: colours,                                 sent: '\x1f\x1f',     value: [], ...unrecognized },
  { spec: colours,                                 sent: '\x1fred|blue', value: [], ...unrecognized },
  { spec: colours,                                 sent: 'pink|grey',    value: [], ...unrecognized },
  { spec: colours,                                 sent: '*',            value: [], ...unrecognized },
  { spec: colours,                                 sent: '__proto__',    value: [], ...unrecognized },
  { spec: colours,                                 sent: phpArray,       value: undefined, warns: ['unsupportedarray'] },
  { spec: colours,                                 sent: 'red\x1fblue',  value: [], warns: ['badutf8', 'unrecognizedvalues'] },
  { spec: allColours,                              sent: '*',            value: words },
  { spec: allColours,                              sent: '\x1f*',        value: words },
  { spec: allColours,                              sent: '*|*',          value: [], warns: ['unrecognizedvalues'] },
  { spec: allColours,                              sent: '*|red',        value: ['red'], ...unrecognized },
  { spec: allColours,                              sent: '',             value: [] },
  { spec: { ...colours, required: true },                                error: 'missingparam' },
  { spec: { ...colours, required: true },          sent: '',             value: [] },
  { spec: { ...colours, default: 'red|green' },                          value: ['red', 'green'] },
  { spec: { ...colours, default: 'red|green' },    sent: '',             value: [] },
  { spec: { ...allColours, default: '*' },                               value: words },
  { spec: texts,                                                         value: undefined },
  { spec: texts,                                   sent: '',             value: [] },
  { spec: texts,                                   sent: 'a|b|a',        value: ['a', 'b'] },
  { spec: texts,                                   sent: '|',            value: [''] },
  { spec: texts,                                   sent: '\x1fa|b\x1fc', value: ['a|b', 'c'] },
  { spec: texts,                                   sent: '*',            value: ['*'] },
  { spec: { ...texts, required: true },            sent: '',             value: [] },
  { spec: { type: 'integer', multi: true },        sent: '1|+1|2',       value: [1n, 2n] },
  { spec: { type: 'integer', multi: true },        sent: '1|',           error: 'badinteger' },
  { spec: { type: 'integer', multi: true, default: '1|2' },              value: [1n, 2n] },
  { spec: { type: 'user', multi: true },           sent: 'alice|bob_b',  value: ['Alice', 'Bob b'] },
  { spec: { type: 'user', multi: true },           sent: 'alice|#',      error: 'baduser' },
  { spec: { type: 'password', multi: true },       sent: 'a|b',          value: ['a', 'b'] },
  { spec: { type: 'boolean', multi: true },        sent: 'a|b',          value: true },
]

function spell(value: unknown): string {
  const text = JSON.stringify(value, (_, item) => (typeof item === 'bigint' ? `${item}n` : item))
  return text === undefined ? 'nothing' : text.slice(0, 50)
}

function title({ spec, sent, error, value }: Row): string {
  const given = typeof sent === 'symbol' ? 'an array' : spell(sent)
  return `makes ${error ?? spell(value)} of ${given}, for ${JSON.stringify(spec)}`
}

describe('readParams', () => {
  for (const row of [...single, ...lists]) {
    it(title(row), async () => {
      const { spec, sent, ...outcome } = row
      assert.deepEqual(await read(spec, sent), outcome)
    })
  }

  it('takes fifty values, and five hundred from who may send so many', async () => {
    const given = (count: number): string =>
      Array.from({ length: count }, (_, index) => index).join('|')
    const count = async (sent: string, high: boolean): Promise<unknown> => {
      const { value, error } = await read(texts, sent, high)
      return Array.isArray(value) ? value.length : error
    }
    assert.equal(await count(given(50), false), 50)
    assert.equal(await count(given(51), false), 'toomanyvalues')
    assert.equal(await count(given(51), true), 51)
    assert.equal(await count(given(500), true), 500)
    assert.equal(await count(given(501), true), 'toomanyvalues')
    assert.equal(await count(`\x1f${given(501).replaceAll('|', '\x1f')}`, true), 'toomanyvalues')
  })

  it('counts repeated and unknown values, too', async () => {
    assert.deepEqual(await read(colours, 'red|'.repeat(50)), { error: 'toomanyvalues' })
    assert.deepEqual(await read(colours, '|'.repeat(50)), { error: 'toomanyvalues' })
    assert.deepEqual(await read(colours, Array(50).fill('red').join('|')), { value: ['red'] })
  })

  it('does not look up who is asking before there are more than fifty values', async () => {
    const reading: ParamReading = {
      ...readingOf({ p: Array(50).fill('red').join('|') }),
      hasHighLimits: () => assert.fail('looked it up'),
    }
    const module = { path: 'm', prefix: '', params: { p: { type: words, multi: true } } } as const
    assert.deepEqual(await readParams(module, reading), { p: ['red'] })
  })

  it('says what limits there are', async () => {
    const { data } = await findProblem(texts, '|'.repeat(50))
    assert.deepEqual(data, { limit: 50, lowlimit: 50, highlimit: 500 })
  })

  it('lists unknown values as they came, each as often as it came', async () => {
    const warnings: Problem[] = []
    const reading = readingOf({ p: 'pink|red|grey|pink' }, (problem) => warnings.push(problem))
    await readParams({ path: 'm', prefix: '', params: { p: colours } }, reading)
    assert.deepEqual(
      warnings.map(({ data }) => [...Object(data?.['values'])]),
      [['pink', 'grey', 'pink']],
    )
  })

  it('says whose parameter is wrong, by its name on the wire', async () => {
    // biome-ignore format: a table
    const rows: [ParamSpec, string | undefined, unknown][] = [
      [{ type: 'string', required: true }, undefined, { plaintext: 'mop' }],
      [{ type: 'integer' },                'x',       { plaintext: 'mop' }],
      [{ type: 'user' },                   '#',       { plaintext: 'mop' }],
      [{ type: words },                    'pink',    { plaintext: 'mop' }],
      [{ type: 'string' },                 '\x1fx',   { plaintext: 'mop' }],
    ]
    for (const [spec, sent, name] of rows) {
      const { module, message } = await findProblem(spec, sent)
      assert.deepEqual([module, message.params[0]], ['query+module', name])
    }
  })

  it('knows what MediaWiki up to 1.34 called what is missing or unknown', async () => {
    // biome-ignore format: a table
    const rows: [ParamSpec, string | undefined, string | undefined][] = [
      [{ type: 'string', required: true },  undefined, 'nomop'],
      [{ type: 'integer', required: true }, undefined, 'nomop'],
      [{ type: words, required: true },     undefined, 'nomop'],
      [{ type: words },                     'pink',    'unknown_mop'],
      [{ type: words },                     '',        'unknown_mop'],
      [{ type: words },                     '\x1fred', undefined],
      [{ type: 'integer' },                 'x',       undefined],
      [{ type: 'user' },                    '#',       undefined],
    ]
    for (const [spec, sent, legacyCode] of rows) {
      assert.equal((await findProblem(spec, sent)).legacyCode, legacyCode)
    }
  })

  it('stops at the first parameter that is wrong, in the order of declaration', async () => {
    const params: ParamSpecs = { b: { type: 'integer' }, a: { type: 'string', required: true } }
    const module = { path: 'm', prefix: '', params }
    const [both, one] = [readingOf({ b: 'x' }), readingOf({ b: '1' })]
    await assert.rejects(readAll(module, both), { message: 'badinteger' })
    await assert.rejects(readAll(module, one), { message: 'missingparam' })
    assert.deepEqual([...both.raw.unknown().values()], [])
  })

  it('reads a default anew where it is not the same for every request', async () => {
    const params = {
      fixed: { type: words, multi: true, default: 'red|blue' },
      limit: { type: 'limit', default: 'max', max: 50, highMax: 500 },
      since: { type: 'timestamp', default: 'now' },
      wrong: { type: 'integer', default: '9', max: 5 },
    } as const
    const module = { path: 'm', prefix: '', params }
    const fixed = ['red', 'blue']
    for (const [limit, year] of [
      [50, 2026],
      [500, 2027],
    ] as const) {
      const warnings: string[] = []
      const reading: ParamReading = {
        ...readingOf({}, ({ code }) => warnings.push(code), limit === 500),
        now: new Date(Date.UTC(year, 0)),
      }
      const since = reading.now
      assert.deepEqual(await readParams(module, reading), { fixed, limit, since, wrong: 5n })
      assert.deepEqual(warnings, ['outofrange'])
    }
  })

  it('shares a default that is the same for every request, so that nobody can change it', async () => {
    const params: ParamSpecs = { p: { type: words, multi: true, default: 'red' } }
    const module = { path: 'm', prefix: '', params }
    const [one, other] = [
      await readParams(module, readingOf({})),
      await readParams(module, readingOf({})),
    ]
    assert.equal(one['p'], other['p'])
    assert.ok(Object.isFrozen(one['p']))
  })

  it('reads the values of a list one after the other, though some have to be looked up', async () => {
    const spec: ParamSpec = { type: 'integer', multi: true, max: 5, highMax: 10 }
    assert.deepEqual(await read(spec, '1|7|x|8'), { error: 'badinteger', warns: ['outofrange'] })
    assert.deepEqual(await read(spec, '1|7|2|8'), {
      value: [1n, 5n, 2n],
      warns: ['outofrange', 'outofrange'],
    })
    assert.deepEqual(await read(spec, '1|7|2|11', true), {
      value: [1n, 7n, 2n, 10n],
      warns: ['outofrange'],
    })
  })

  it('reads nothing but what is declared', async () => {
    const reading = readingOf({ p: '1', q: '2', ['__proto__']: '3' })
    const module = { path: 'm', prefix: '', params: { p: { type: 'integer' } } } as const
    assert.deepEqual(Object.entries(await readParams(module, reading)), [['p', 1n]])
    assert.deepEqual([...reading.raw.unknown().values()], ['q', '__proto__'])
  })
})

/** Only compiles if both types are the same. */
type Same<One, Other> =
  (<T>() => T extends One ? 1 : 2) extends <T>() => T extends Other ? 1 : 2 ? true : false

type Of<Spec extends ParamSpec> = Params<{ readonly p: Spec }>['p']
type Words = typeof words

describe('Params', () => {
  it('has the types of the values that are read', () => {
    // Each line fails to compile when a type is another.
    const proofs: readonly true[] = [
      true satisfies Same<Of<{ type: 'boolean' }>, boolean>,
      true satisfies Same<Of<{ type: 'boolean'; required: true }>, boolean>,
      true satisfies Same<Of<{ type: 'boolean'; multi: true }>, boolean>,
      true satisfies Same<Of<{ type: 'integer' }>, bigint | undefined>,
      true satisfies Same<Of<{ type: 'integer'; required: true }>, bigint>,
      true satisfies Same<Of<{ type: 'integer'; default: '1' }>, bigint>,
      true satisfies Same<Of<{ type: 'integer'; multi: true }>, readonly bigint[] | undefined>,
      true satisfies Same<Of<{ type: 'string' }>, string | undefined>,
      true satisfies Same<Of<{ type: 'string'; required: true }>, string>,
      true satisfies Same<Of<{ type: 'string'; default: '' }>, string>,
      true satisfies Same<Of<{ type: 'password' }>, string | undefined>,
      true satisfies Same<Of<{ type: 'user' }>, string | undefined>,
      true satisfies Same<Of<{ type: 'user'; required: true }>, string>,
      true satisfies Same<Of<{ type: Words }>, 'red' | 'green' | 'blue' | undefined>,
      true satisfies Same<Of<{ type: Words; required: true }>, 'red' | 'green' | 'blue'>,
      true satisfies Same<
        Of<{ type: Words; multi: true; default: 'red' }>,
        readonly Words[number][]
      >,
      true satisfies Same<Of<{ type: Words; multi: true }>, readonly Words[number][] | undefined>,
      true satisfies Same<
        Of<{ type: 'string'; sensitive: true; posted: true }>,
        string | undefined
      >,
    ]
    assert.equal(proofs.length, 18)
  })
})
