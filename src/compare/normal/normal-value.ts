import { helpOutline, isHelpPage } from './normal-help.ts'
import type { RunContext } from './normal-text.ts'
import { isSentence, normalText } from './normal-text.ts'

/** Where a value stands: its dotted path, and whether a message to people is near. */
interface Place {
  readonly path: string
  readonly said: boolean
}

const messageKeys = ['info', 'text', 'html', 'message', 'docref', 'reason', 'warnings', '*']
const alwaysProse = [
  'blockedtimestampformatted',
  'blockexpiryformatted',
  'blockexpiryrelative',
  'invalidreason',
]
/** What is said in the documentation of modules. */
const documentation = ['description', 'dynamicparameters']
/** Why something is not so, spelled as errors are. */
const reasons = /\.(invalidreason|cancreateerror)\.(text|html)$/
/** What is said of the requests of authentication, but for names of classes and accounts. */
const ofRequests = /\.(?:requests\.provider|fields\.\w+\.(?:label|help|options\.\w+))$/
const ids =
  /(userinfo\.id|\.(?:un)?block\.(?:id|userI[dD])|\.blocks\.id|\.byid|\.pages\.id|\.userid|centralids\.local|\.lguserid|\.blockid|\.blockedbyid)$/
/** Reasons that a wiki gives by itself, such as those of automatic blocks. */
const ownReasons = ['blockreason', 'reason']
const names: Readonly<Record<string, string>> = { blockedby: '<name>', servedby: '<host>' }

/** Parts of an answer where `*`, `text` and the like are data, not messages. */
const dataKeys = ['query', 'params']

/** Jeton says the code of older wikis beside the code; that is tested on its own. */
const jetonsOwn = 'legacycode'

/** What `action=paraminfo` tells here and not there. */
const documentsOnlyHere = /^\.paraminfo\.\w+\.(?:since|history|errors|links|(?:examples\.)?answer)$/

const exampleQuery = /^\.paraminfo\..*\.examples\.query$/

/** Replaces in an answer what is chance or prose by markers, and keeps the order of keys. */
export function normalValue(
  value: unknown,
  context: RunContext,
  place: Place = { path: '', said: true },
): unknown {
  if (typeof value === 'string' && isHelpPage(value)) {
    return normalValue(helpOutline(value), context, place)
  }
  if (typeof value === 'string') return normalString(value, context, place)
  if (typeof value === 'number') return normalNumber(value, place.path)
  if (Array.isArray(value)) return normalList(value, context, place)
  if (typeof value !== 'object' || value === null) return value

  const entries = Object.entries(value).flatMap(([key, inner]): [string, unknown][] => {
    if (key === jetonsOwn || documentsOnlyHere.test(`${place.path}.${key}`)) return []
    const said = place.said && !dataKeys.includes(key)
    const normal = normalValue(inner, context, { path: `${place.path}.${key}`, said })
    const emptied = key === 'data' && isEmpty(normal) && !isEmpty(inner)
    return emptied ? [] : [[key, normal]]
  })
  return Object.fromEntries(entries)
}

function normalNumber(value: number, path: string): number | string {
  // Whoever makes an account for somebody is told to them as news: how it was made is no question.
  if (path.endsWith('.unreadcount')) return '<count>'
  return value !== 0 && ids.test(path) ? '<id>' : value
}

function normalString(value: string, context: RunContext, { path, said }: Place): string {
  if (value === '') return value
  // Warnings of one module are lines of one text: how many there are is a fact.
  if (/\.warnings\.\w+\.(warnings|\*)$/.test(path)) return value.replaceAll(/[^\n]+/g, '<text>')

  // The account of the example has another name and password: their row in docs/differences.md is `help-page`.
  if (exampleQuery.test(path) && value.startsWith('action=createaccount&')) {
    return value.replaceAll(/\b(username|password|retype)=[^&]*/g, '$1=<text>')
  }
  const key = lastKey(path)
  if (ofRequests.test(path) && !/[\\{]/.test(value)) return '<text>'
  if (path.startsWith('.paraminfo.') && documentation.includes(key)) return '<text>'
  if (alwaysProse.includes(key) || reasons.test(path) || (said && messageKeys.includes(key)))
    return '<text>'
  const text = names[key] ?? normalText(value, context)
  const isProse = key === 'params' || ownReasons.includes(key)
  return isProse && isSentence(text) ? '<text>' : text
}

/** A long list in a message's parameters names all modules: which ones there are is no question. */
function normalList(values: readonly unknown[], context: RunContext, place: Place) {
  const key = lastKey(place.path)
  if (key === 'list' && isLong(values)) return ['<list>']

  // The types of tokens that only Jeton has: their row in docs/differences.md is `global-account-types`.
  if (/^\.paraminfo\..*\.type$/.test(place.path)) {
    const words = values.filter((word) => !/globalaccount/.test(String(word)))
    return words.map((word) => normalValue(word, context, place))
  }

  const lists = values.map((value) => (hasKey(value, 'list') ? value.list : undefined))
  const lengths = lists
    .filter(Array.isArray)
    .filter(isLong)
    .map(({ length }) => length)
  return values.map((value) => {
    const isLength = hasKey(value, 'num') && lengths.some((length) => length === value.num)
    return isLength ? { num: '<length>' } : normalValue(value, context, place)
  })
}

function isLong(list: readonly unknown[]): boolean {
  return list.length > 3
}

function lastKey(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1)
}

function hasKey<Key extends string>(value: unknown, key: Key): value is Record<Key, unknown> {
  return typeof value === 'object' && value !== null && key in value
}

function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0
}
