import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { createWiki, defineModule, type OpenWiki } from '../index.ts'
import { modules } from '../modules/index.ts'
import type { ResultValue } from '../result/value.ts'
import type { ParamSpec, ParamSpecs, Params } from './param-spec.ts'
import { answers, type Outcome } from './read-params.answers.ts'

/** A parameter of one of MediaWiki's modules, as Jeton declares it. */
interface Probe {
  readonly spec: ParamSpec
  /** Its name on the wire, where several have the same. */
  readonly name?: string
  /** Asked by somebody who has the right `apihighlimits`. */
  readonly high?: true
}

const users = ['name', 'ip', 'cidr', 'interwiki', 'id'] as const
const userProps = [
  ...['blockinfo', 'groups', 'implicitgroups', 'rights', 'editcount', 'registration', 'centralids'],
]
const pageProps = ['protection', 'talkid', 'watched', 'url', 'readable', 'displaytitle']

// biome-ignore format: a table
const probes: Readonly<Record<string, Probe>> = {
  apnamespace:       { spec: { type: 'namespace', default: '0' } },
  audir:             { spec: { type: ['ascending', 'descending'], default: 'ascending' } },
  aufrom:            { spec: { type: 'string' } },
  aulimit:           { spec: { type: 'limit', default: '10', min: 1, max: 500, highMax: 5000 } },
  aulimitOfAdmin:    { spec: { type: 'limit', default: '10', min: 1, max: 500, highMax: 5000 }, name: 'aulimit', high: true },
  auprop:            { spec: { type: userProps, multi: true } },
  bkusers:           { spec: { type: 'user', multi: true, forms: ['name', 'ip', 'cidr'] } },
  expiry:            { spec: { type: 'expiry' } },
  expiryUpTo6Months: { spec: { type: 'expiry', longest: '6 months' }, name: 'expiry' },
  filesize:          { spec: { type: 'integer', min: 0, max: 104_857_600 } },
  inlinkcontext:     { spec: { type: 'title', default: 'Main Page' } },
  inprop:            { spec: { type: pageProps, multi: true, deprecatedValues: ['readable'] } },
  lestart:           { spec: { type: 'timestamp' } },
  flag:              { spec: { type: 'boolean' } },
  line:              { spec: { type: 'string' } },
  onlyname:          { spec: { type: 'user' } },
  offset:            { spec: { type: 'integer', min: 0 } },
  oldid:             { spec: { type: 'integer' } },
  pageids:           { spec: { type: 'integer', multi: true } },
  pagerestrictions:  { spec: { type: 'title', multi: true, mostValues: [10, 10], mustExist: true } },
  password:          { spec: { type: 'password', required: true } },
  rcnamespace:       { spec: { type: 'namespace', multi: true, extraNamespaces: [-2, -1] } },
  rnredirect:        { spec: { type: 'boolean', deprecated: true } },
  tags:              { spec: { type: 'tags', multi: true } },
  timestamp:         { spec: { type: 'timestamp' } },
  timestamps:        { spec: { type: 'timestamp', multi: true } },
  totext:            { spec: { type: 'text', deprecated: true } },
  type:              { spec: { type: ['createaccount', 'csrf', 'login', 'patrol'], multi: true, all: true } },
  undo:              { spec: { type: 'integer', min: 0, enforceRange: true } },
  user:              { spec: { type: 'user', required: true, forms: users } },
}

/** A wiki with one module, which repeats what it was given. */
function wikiWith(params: ParamSpecs, now = '2026-01-02T03:04:05Z', high = false): OpenWiki {
  const probe = defineModule({
    name: 'probe',
    params,
    answer: (call) => Object.fromEntries(Object.entries(call.params).map(spell)),
  })
  return createWiki({
    modules: { ...modules, probe },
    clock: { now: () => new Date(now) },
    settings: {
      Sitename: 'Oracle',
      ...(high && { GroupPermissions: { '*': { apihighlimits: true } } }),
    },
  })
}

function spell([name, value]: [string, unknown]): [string, ResultValue] {
  return [name, spellValue(value)]
}

function spellValue(value: unknown): ResultValue {
  if (Array.isArray(value)) return value.map(spellValue)
  if (value instanceof Date) return value.toISOString().replace('.000Z', 'Z')
  if (value instanceof File) return `file ${value.name}`
  if (typeof value === 'boolean' || typeof value === 'number') return value
  return value === undefined ? null : String(value)
}

type Body = Readonly<Record<string, unknown>>

interface Answer {
  readonly probe?: Body
  readonly limits?: Body
  readonly errors?: readonly Body[]
  readonly warnings?: readonly Body[]
}

async function ask(
  wiki: OpenWiki,
  given: Readonly<Record<string, string>> | Blob,
): Promise<Answer> {
  const query = 'action=probe&format=json&formatversion=2&errorformat=raw'
  const body = given instanceof Blob ? given : new URLSearchParams(given)
  const request = new Request(`http://wiki.test/api.php?${query}`, { method: 'POST', body })
  const response = await wiki.fetch(request)
  const answer: Answer = JSON.parse(await response.text())
  return answer
}

/** Without what depends on the module: its name, its own way of answering. */
function plain(problem: Body | undefined): unknown {
  if (problem === undefined) return undefined
  const { code, key, params, data } = problem
  return { code, key, params, ...(data !== undefined && { data: withoutFeature(data) }) }
}

function withoutFeature(data: unknown): unknown {
  if (typeof data !== 'object' || data === null) return data
  const { feature, legacycode, ...rest } = { ...data } as Record<string, unknown>
  const name = typeof feature === 'string' ? { feature: feature.replace(/^.*&/, '') } : {}
  return { ...rest, ...name }
}

function expected({ error, warnings }: Outcome): unknown {
  return {
    error: error && plain({ ...error }),
    warnings: warnings?.map((warning) => plain({ ...warning })),
  }
}

function dropEmptyData(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (key, part) =>
      key === 'data' && Object.keys(part).length === 0 ? undefined : part,
    ),
  )
}

/** Where Jeton differs from MediaWiki, and why. */
// biome-ignore format: a table
const differences: readonly (readonly [param: string, given: string])[] = [
  ['inlinkcontext', '&eacute;a'],       // not all names of HTML's characters are known here
  ['inlinkcontext', 'User:192.0.2.001'], // titles of addresses keep their zeros
  ['inlinkcontext', 'wikipedia:x'],     // there, the table of other wikis has this one
  ['inlinkcontext', 'Wikipedia:x'],
]

describe('readParams', () => {
  for (const [param, given, outcome] of answers) {
    const { spec, name = param, high } = probes[param] ?? { spec: { type: 'string' } }
    if (differences.some(([other, value]) => other === param && value === given)) continue

    const shown = given === null ? 'an array' : JSON.stringify(given).slice(0, 80)
    it(`reads ${shown} for ${param} as MediaWiki does`, async () => {
      await using wiki = wikiWith({ [name]: spec }, outcome.now, high)
      if (given?.startsWith('#')) {
        await wiki.createAccount({ name: 'Admin', password: 'a long password' })
      }
      const body: Record<string, string> =
        given === null ? { [`${name}[]`]: 'x' } : { [name]: given }
      const { probe, errors, warnings } = await ask(wiki, body)
      const heard = { error: plain(errors?.[0]), warnings: warnings?.map(plain) }
      assert.deepEqual(dropEmptyData(heard), dropEmptyData(expected(outcome)))
      if (outcome.value !== undefined) assert.equal(String(probe?.[name]), String(outcome.value))
    })
  }
})

describe('readParams, of several parameters', () => {
  const list = { type: 'string', multi: true } as const

  it('reads all of them, and then tells the first error in the order of their declaration', async () => {
    await using wiki = wikiWith({
      first: { type: ['a', 'b'], multi: true },
      second: { type: 'integer' },
      third: { type: ['a'] },
      fourth: { type: 'integer', max: 5 },
    })
    const given = { fourth: '6', third: 'x', second: 'x', first: 'a|c' }
    const { errors, warnings } = await ask(wiki, given)
    assert.deepEqual(errors?.map(keyOf), ['paramvalidator-badinteger'])
    const expected = ['paramvalidator-unrecognizedvalues', 'paramvalidator-outofrange-max']
    assert.deepEqual(warnings?.map(keyOf), expected)
  })

  it('reads templates last, one for each value of what they depend on', async () => {
    await using wiki = wikiWith({
      '{fruit}-{size}-price': {
        type: 'integer',
        required: true,
        template: { fruit: 'fruits', size: '{fruit}-sizes' },
      },
      '{fruit}-sizes': { ...list, template: { fruit: 'fruits' } },
      fruits: list,
    })
    const given = { fruits: 'apples|pears', 'apples-sizes': 'big|small' }
    const prices = { 'apples-big-price': '5', 'apples-small-price': '3' }
    const { probe } = await ask(wiki, { ...given, ...prices, 'plums-big-price': '1' })
    assert.deepEqual(probe, {
      fruits: ['apples', 'pears'],
      'apples-sizes': ['big', 'small'],
      'pears-sizes': null,
      'apples-big-price': '5',
      'apples-small-price': '3',
    })
    const { errors } = await ask(wiki, { ...given, 'apples-big-price': '5' })
    assert.deepEqual(
      errors?.map(({ params }) => params),
      [[{ plaintext: 'apples-small-price' }]],
    )
  })

  it('keeps braces, and names that mean something in JavaScript, out of harm', async () => {
    await using wiki = wikiWith({ a: list, '{b}': { type: 'string', template: { b: 'a' } } })
    const { probe, warnings } = await ask(wiki, { a: '{x}|__proto__', ['__proto__']: 'v' })
    assert.deepEqual(warnings?.map(keyOf), ['apiwarn-ignoring-invalid-templated-value'])
    assert.deepEqual(probe?.['a'], ['{x}', '__proto__'])
  })

  it('keeps duplicates where it is asked to, and drops what is the same after reading elsewhere', async () => {
    await using wiki = wikiWith({
      both: { type: 'user', multi: true, duplicates: true },
      once: { type: 'user', multi: true },
    })
    const { probe } = await ask(wiki, { both: 'alice|Alice', once: 'alice|Alice' })
    assert.deepEqual(probe, { both: ['Alice', 'Alice'], once: ['Alice'] })
  })

  it('tells what max came to, and nothing about limits otherwise', async () => {
    await using wiki = wikiWith({ limit: { type: 'limit', max: 500, default: 'max' } })
    assert.deepEqual((await ask(wiki, { limit: 'max' })).limits, { probe: 500 })
    assert.equal((await ask(wiki, {})).limits, undefined)
  })
})

describe('readParams, of what is going out of use', () => {
  it('names the parameter, or its value, as a request would', async () => {
    await using wiki = wikiWith({
      old: { type: 'string', deprecated: true },
      word: { type: ['new', 'old'], deprecatedValues: ['old'], default: 'old' },
    })
    const { warnings } = await ask(wiki, { old: '', word: 'old' })
    const features = warnings?.map(({ data }) => data)
    const [first, second] = [{ feature: 'action=probe&old' }, { feature: 'action=probe&word=old' }]
    // Between them stands where such changes are announced; it is said once.
    assert.deepEqual(features, [first, undefined, second])
    assert.equal((await ask(wiki, {})).warnings, undefined)
  })
})

describe('readParams, of text', () => {
  // biome-ignore format: a table
  const lengths = [
    { spec: { type: 'string', maxBytes: 4 }, given: 'éé',  key: undefined },
    { spec: { type: 'string', maxBytes: 4 }, given: 'ééx', key: 'paramvalidator-maxbytes', params: [{ num: 4 }, { num: 5 }], data: { maxbytes: 4, maxchars: null } },
    { spec: { type: 'text', maxChars: 3 },   given: 'éé😀', key: undefined },
    { spec: { type: 'text', maxChars: 2 },   given: 'éé😀', key: 'paramvalidator-maxchars', params: [{ num: 2 }, { num: 3 }], data: { maxbytes: null, maxchars: 2 } },
    { spec: { type: 'string', maxBytes: 9, maxChars: 2 }, given: 'abc', key: 'paramvalidator-maxchars', params: [{ num: 2 }, { num: 3 }], data: { maxbytes: 9, maxchars: 2 } },
  ] as const

  for (const { spec, given, key, ...rest } of lengths) {
    it(`finds ${given} ${key ?? 'short enough'} for ${JSON.stringify(spec)}`, async () => {
      await using wiki = wikiWith({ line: spec })
      const { errors } = await ask(wiki, { line: given })
      const [error] = errors ?? []
      assert.equal(error?.['key'], key)
      if ('params' in rest) {
        const [name, value] = [{ plaintext: 'line' }, { plaintext: given }]
        assert.deepEqual(error?.['params'], [name, value, ...rest.params])
        assert.deepEqual(error?.['data'], rest.data)
      }
    })
  }
})

/** A part of a form: text, or a file if it has the name of one. */
interface Part {
  readonly name: string
  readonly file?: string
  readonly text: string
}

const boundary = '----the-end-of-a-part-of-this-form'

/** Spells a form; `FormData` would leave an empty file name out, which browsers send. */
function multipart(parts: readonly Part[]): Blob {
  const spelled = parts.map(({ name, file, text }) => {
    const end = file === undefined ? '' : `; filename="${file}"\r\nContent-Type: text/plain`
    return `--${boundary}\r\nContent-Disposition: form-data; name="${name}"${end}\r\n\r\n${text}\r\n`
  })
  return new Blob([...spelled, `--${boundary}--\r\n`], {
    type: `multipart/form-data; boundary=${boundary}`,
  })
}

const xml = 'xml'

/** Asked of `action=import`, whose `xml` is a file. */
// biome-ignore format: a table
const uploads: readonly { about: string; parts: readonly Part[]; hears?: string; reads?: string | null }[] = [
  { about: 'a file',                       parts: [{ name: xml, file: 'a.xml', text: '<x/>' }], reads: 'file a.xml' },
  { about: 'an empty file',                parts: [{ name: xml, file: 'a.xml', text: '' }],     reads: 'file a.xml' },
  { about: 'no file, as browsers send it', parts: [{ name: xml, file: '', text: '' }],          reads: null },
  { about: 'no file, and text',            parts: [{ name: xml, file: '', text: '' }, { name: xml, text: 'x' }],   hears: 'nofile' },
  { about: 'a file and text',              parts: [{ name: xml, file: 'a', text: 'x' }, { name: xml, text: 'x' }], reads: 'file a' },
  { about: 'text',                         parts: [{ name: xml, text: 'x' }],                   hears: 'notupload' },
  { about: 'empty text',                   parts: [{ name: xml, text: '' }],                    hears: 'notupload' },
  { about: 'the file of another name',     parts: [{ name: 'other', file: 'a', text: 'x' }],    reads: null },
  { about: 'an array of files',            parts: [{ name: 'xml[]', file: 'a', text: 'x' }],    reads: null }, // MediaWiki: internal_api_error_TypeError
]

describe('readParams, of files', () => {
  for (const { about, parts, hears, reads } of uploads) {
    it(`answers to ${about} as MediaWiki does`, async () => {
      await using wiki = wikiWith({ xml: { type: 'upload' } })
      const { probe, errors, warnings } = await ask(wiki, multipart(parts))
      assert.equal(warnings, undefined)
      if (reads !== undefined) assert.deepEqual(probe, { xml: reads })
      if (hears === undefined) return

      const { code, key, params, data } = errors?.[0] ?? {}
      assert.deepEqual([code, key], ['badupload', `paramvalidator-badupload-${hears}`])
      assert.deepEqual(params, [{ plaintext: 'xml' }, { plaintext: '' }])
      assert.deepEqual(data, { code: hears })
    })
  }

  it('finds no text where a file was sent for it', async () => {
    await using wiki = wikiWith({ summary: { type: 'string', required: true } })
    const form = multipart([{ name: 'summary', file: 'a', text: 'x' }])
    const { errors } = await ask(wiki, form)
    assert.deepEqual(errors?.map(keyOf), ['paramvalidator-missingparam'])
  })
})

const keyOf = (problem: Body): unknown => problem['key']

/** Fails to compile when a module would receive something else than what it declared. */
type Equal<One, Other> =
  (<T>() => T extends One ? 1 : 2) extends <T>() => T extends Other ? 1 : 2 ? true : false

describe('Params', () => {
  it('has the type of what was declared', () => {
    type Values = Params<{
      boolean: { type: 'boolean' }
      expiry: { type: 'expiry' }
      file: { type: 'upload' }
      integer: { type: 'integer'; default: '5' }
      limit: { type: 'limit'; required: true }
      names: { type: 'user'; multi: true }
      namespace: { type: 'namespace' }
      tags: { type: 'tags' }
      time: { type: 'timestamp'; multi: true; default: 'now' }
      word: { type: readonly ['a', 'b'] }
      '{word}-count': { type: 'integer'; template: { word: 'words' } }
    }>
    const same: Equal<
      Values,
      {
        readonly boolean: boolean
        readonly expiry: Date | 'infinity' | undefined
        readonly file: File | undefined
        readonly integer: bigint
        readonly limit: number
        readonly names: readonly string[] | undefined
        readonly namespace: number | undefined
        readonly tags: readonly string[] | undefined
        readonly time: readonly Date[]
        readonly word: 'a' | 'b' | undefined
        readonly [name: `${string}-count`]: bigint | undefined
      }
    > = true
    assert.ok(same)
  })
})
