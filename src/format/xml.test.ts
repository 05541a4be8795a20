import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import {
  annotate,
  isList,
  listOf,
  partsOf,
  type ResultMap,
  type ResultValue,
} from '../result/value.ts'
import { spellXml } from './xml.ts'
import { xmlName } from './xml-name.ts'

const hasPhp = spawnSync('php', ['-r', 'exit(class_exists("DOMDocument") ? 0 : 1);']).status === 0
const skip = hasPhp ? false : 'php with DOM is not installed'

const spelled = (parts: Readonly<Record<string, ResultValue>>): string =>
  spellXml(new Map(Object.entries(parts)), {}, 'line')

/** What an answer is, and what stands after `<?xml version="1.0"?>`. */
// biome-ignore format: a table
const spellings: readonly (readonly [string, Readonly<Record<string, ResultValue>>, string])[] = [
  ['nothing',          {},                            '<api />'],
  ['texts',            { a: 'b', c: '' },             '<api a="b" c="" />'],
  ['numbers',          { a: -1, b: 0.5, c: 1e25 },    '<api a="-1" b="0.5" c="1.0E+25" />'],
  ['a bigint',         { a: 2n ** 63n - 1n },         '<api a="9223372036854775807" />'],
  ['the largest key',  { a: { '9223372036854775807': 'x' } },
    '<api><a><_v _idx="9223372036854775807">x</_v></a></api>'],
  ['a larger key',     { a: { '9223372036854775808': 'x' } },
    '<api><a _9223372036854775808="x" /></api>'],
  ['booleans, null',   { a: true, b: false, c: null },'<api a="" />'],
  ['an object',        { a: { b: 'c' } },             '<api><a b="c" /></api>'],
  ['an empty list',    { a: [] },                     '<api><a /></api>'],
  ['a list',           { a: ['x', 1] },               '<api><a><_v>x</_v><_v>1</_v></a></api>'],
  ['a list with tags', { a: listOf('g', ['*']) },     '<api><a><g>*</g></a></api>'],
  ['a list in a list', { a: [['x'], []] },            '<api><a><_v><_v>x</_v></_v><_v /></a></api>'],
  ['nothing in a list',{ a: [null, false, true, ''] },'<api><a><_v /><_v /><_v /><_v /></a></api>'],
  ['numbers as keys',  { a: { b: 1, '-1': 'x' } },    '<api><a b="1"><_v _idx="-1">x</_v></a></api>'],
  ['no item key',      { a: { '05': 'x' } },          '<api><a _05="x" /></api>'],
  ['objects by number',{ a: annotate({ 2: { id: 2 } }, { itemTag: 'ns' }) },
    '<api><a><ns _idx="2" id="2" /></a></api>'],
  ['a main text',      { a: annotate({ t: 'x', id: 1 }, { content: 't' }) },
    '<api><a id="1" xml:space="preserve">x</a></api>'],
  ['an empty main text', { a: annotate({ t: '' }, { content: 't' }) },
    '<api><a xml:space="preserve" /></api>'],
  ['a main text among elements', { a: annotate({ t: 'x', b: {} }, { content: 't' }) },
    '<api><a><b /><t xml:space="preserve">x</t></a></api>'],
  ['a text as an element', { a: annotate({ t: 'x', u: 'y' }, { subElements: ['t'] }) },
    '<api><a u="y"><t xml:space="preserve">x</t></a></api>'],
  ['an older object', { a: annotate({ '-1': 'x' }, { arrayType: 'BCarray' }) },
    '<api><a><_v _idx="-1">x</_v></a></api>'],
  ['what looks like a list', { a: annotate({ 1: 'y', '-1': 'x' }, { arrayType: 'BCarray' }) },
    '<api><a><_v>x</_v><_v>y</_v></a></api>'],
  ['pairs',            { a: annotate({ k: 'v' }, { arrayType: 'kvp', keyName: 'key', itemTag: 'p' }) },
    '<api><a><p key="k" xml:space="preserve">v</p></a></api>'],
  ['signs in an attribute', { a: '<&>"\'\t\n\r\x7fé😀' },
    '<api a="&lt;&amp;&gt;&quot;&#039;&#9;&#10;&#13;\x7fé😀" />'],
  ['signs in a text',  { a: ['<&>"\'\t\n\r'] },       '<api><a><_v>&lt;&amp;&gt;"\'\t\n&#13;</_v></a></api>'],
  ['what XML cannot say', { a: '\0\x1f\uffff\ud83d' }, '<api a="\ufffd\ufffd\ufffd\ufffd" />'],
]

/** Names as MediaWiki gives them. */
// biome-ignore format: a table
const names = [
  ['csrftoken', 'csrftoken'], ['add-self', 'add-self'], ['a.b', 'a.b'],  ['é.x', 'é.x'],  ['a·', 'a·'],
  ['',          '_'],         ['a b', '_a.20.b'],       ['05', '_05'],   ['.c', '_.2E.c'], ['*', '_.2A.'],
  ['a:b',       '_a.3A.b'],   ['_idx', '__idx'],        ['xml', 'xml'],  ['😀', '😀'],    ['xmlns', '_xmlns'],
] as const

describe('an answer as XML', () => {
  for (const [what, parts, expected] of spellings) {
    it(`spells ${what}`, () => assert.equal(spelled(parts), `<?xml version="1.0"?>${expected}`))
  }

  for (const [key, name] of names) {
    it(`calls "${key}" ${name}`, () => assert.equal(xmlName(key), name))
  }

  it('names its namespace after all else', () => {
    const text = spellXml(new Map([['a', 'b']]), { includexmlnamespace: true }, 'line')
    assert.match(text, /<api a="b" xmlns="http:\/\/www\.mediawiki\.org\/xml\/api\/" \/>$/)
  })

  it('is laid out with two spaces for each level', () => {
    const text = spellXml(new Map([['a', { b: ['x'], c: {} }]]), {}, 'indented')
    const lines = ['<api>', '  <a>', '    <b>', '      <_v>x</_v>', '    </b>', '    <c />']
    assert.equal(text, ['<?xml version="1.0"?>', ...lines, '  </a>', '</api>'].join('\n'))
  })
})

/** Text that XML can hold: what it cannot is tested above. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what XML cannot hold
const notInXml = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/
const text = fc.oneof(
  fc.string({ unit: 'binary' }).filter((given) => given.isWellFormed() && !notInXml.test(given)),
  fc.constantFrom('', ' ', '\n', '\r', '\r\n', ']]>', '<!--', '&amp;', '&#0;', '" a="', "'"),
)
const key = fc.oneof(text, fc.constantFrom('_v', '_idx', '_', 'xmlns', 'xml:space', '5', '-1'))
const { map: anyMap } = fc.letrec<{ value: ResultValue; map: ResultMap }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom<ResultValue[]>(null, true, false, 0, -7, 0.25),
    text,
    fc.array(tie('value'), { maxLength: 4 }),
    tie('map'),
  ),
  map: fc
    .uniqueArray(fc.tuple(key, tie('value')), { selector: ([name]) => name, maxLength: 5 })
    .map((parts) => new Map(parts)),
}))

/** What of a value XML keeps: texts, and what is empty has no type. */
type Kept = string | { readonly list: readonly Kept[] } | { readonly map: [string, Kept][] }

function kept(value: ResultValue): Kept {
  if (value === null || typeof value === 'boolean') return ''
  if (typeof value !== 'object') return String(value)
  if (isList(value)) return value.length === 0 ? '' : { list: value.map(kept) }

  const parts = partsOf(value).filter(([, part]) => part !== null && part !== false)
  return mapOf(parts.map(([name, part]) => [name, kept(part)]))
}

function mapOf(parts: [string, Kept][]): Kept {
  return parts.length === 0 ? '' : { map: parts.toSorted(([a], [b]) => (a < b ? -1 : 1)) }
}

/** An element as PHP read it. */
interface Read {
  readonly name: string
  readonly attributes: readonly (readonly [string, string])[]
  readonly text: string
  readonly children: readonly Read[]
}

function readValue({ attributes, text, children }: Read): Kept {
  const own = attributes.filter(([name]) => name !== '_idx')
  if (own.length === 0 && children.length === 0) return text

  const isItem = ({ name, attributes }: Read) => name === '_v' && indexOf(attributes) === undefined
  if (own.length === 0 && children.every(isItem)) return { list: children.map(readValue) }
  return mapOf([
    ...own.map(([name, value]): [string, Kept] => [keyOf(name), value]),
    ...children.map((child): [string, Kept] => [
      indexOf(child.attributes) ?? keyOf(child.name),
      readValue(child),
    ]),
  ])
}

const indexOf = (attributes: Read['attributes']): string | undefined =>
  attributes.find(([name]) => name === '_idx')?.[1]

/** The key that has this name. */
function keyOf(name: string): string {
  if (!name.startsWith('_')) return name
  return name
    .slice(1)
    .replace(/\.([0-9A-F]+)\./g, (_, code) => String.fromCodePoint(Number.parseInt(code, 16)))
}

const readXml = `
  function read($e) {
    $attributes = []; $children = [];
    foreach ($e->attributes as $a) $attributes[] = [$a->nodeName, $a->value];
    foreach ($e->childNodes as $c) if ($c instanceof DOMElement) $children[] = read($c);
    return ['name' => $e->nodeName, 'attributes' => $attributes,
      'text' => $children ? '' : $e->textContent, 'children' => $children];
  }
  foreach (json_decode(stream_get_contents(STDIN)) as $xml) {
    $document = new DOMDocument;
    if (!$document->loadXML($xml, LIBXML_NONET)) exit(1);
    $all[] = read($document->documentElement);
  }
  echo json_encode($all, JSON_THROW_ON_ERROR, 4096);`

describe('an answer as XML and a real reader of XML', { skip }, () => {
  it('agree on 1,000 random answers, and warn of nothing', () => {
    const values = fc.sample(anyMap, 1000)
    const input = JSON.stringify(values.map((value) => spellXml(value, {}, 'line')))
    const run = spawnSync('php', ['-d', 'display_errors=stderr', '-r', readXml], {
      input,
      maxBuffer: 2 ** 28,
    })
    assert.equal(run.status, 0, run.stderr.toString() + run.stdout.toString().slice(0, 400))
    assert.equal(run.stderr.toString(), '')
    const all: readonly Read[] = JSON.parse(run.stdout.toString())
    for (const [at, read] of all.entries()) {
      assert.deepEqual(readValue(read), kept(values[at] ?? null))
    }
    assert.equal(all.length, values.length)
  })
})
