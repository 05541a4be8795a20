import type { Dice } from './dice.ts'
import type { Asked, Grammar, WireParam } from './grammar.ts'
import { oddSettings } from './odd-settings.ts'
import { anyText, oddValue } from './odd-values.ts'
import { spoil } from './spoil.ts'

/** A request as it goes over the wire: everything but names of headers has one character for each byte. */
export interface OddRequest {
  readonly method: string
  /** The path, and after `?` the query. */
  readonly target: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** What is true of a wiki while it runs: cookies of visitors, and tokens that hold. */
export interface Secrets {
  readonly cookies: readonly string[]
  readonly tokens: readonly string[]
}

type Pair = readonly [name: string, value: string]

const boundary = '--XX'
const names = ['action[]', 'meta[x]', 'a.b', '_', '', '[', '\0', '__proto__', '<jeton-probe>', 'é']

/** Makes a request that the wiki can nearly understand. */
export function oddRequest(dice: Dice, grammar: Grammar, secrets: Secrets): OddRequest {
  const asks = oddPairs(dice, grammar, secrets)
  const method = dice.pick(['GET', 'GET', 'GET', 'POST', 'POST', 'POST', 'HEAD', oddMethod(dice)])
  const inBody = method === 'POST' ? dice.pick([100, 100, 90, 50, 0]) : dice.pick([0, 0, 0, 20])
  const query = asks.filter(() => !dice.chance(inBody))
  const posted = asks.filter((pair) => !query.includes(pair))
  const isMultipart = posted.length > 0 && dice.chance(25)
  const body = isMultipart ? multipart(dice, posted) : urlencoded(posted)
  const target = `${path(dice)}${query.length > 0 ? '?' : ''}${urlencoded(query)}`
  const isSpoiled = dice.chance(25)
  return {
    method,
    target: line(isSpoiled ? spoilQuery(dice, target) : target, true),
    headers: oddHeaders(dice, { grammar, secrets, isMultipart, hasBody: body !== '' }),
    body: isSpoiled ? spoil(dice, body) : body,
  }
}

/** A form of a page: what its address asks, and what is sent. */
export interface OddForm {
  readonly path: string
  readonly query: readonly Pair[]
  readonly posted: readonly Pair[]
  readonly secrets: Secrets
}

/** Makes the request that sends a form, or that opens a page where nothing is sent. */
export function oddForm(dice: Dice, { path, query, posted, secrets }: OddForm): OddRequest {
  const isMultipart = posted.length > 0 && dice.chance(25)
  const body = isMultipart ? multipart(dice, posted) : urlencoded(posted)
  const isSpoiled = dice.chance(15)
  return {
    method: posted.length > 0 ? 'POST' : 'GET',
    target: line(`${path}?${urlencoded(query)}`, true),
    headers: {
      ...(body !== '' && { 'content-type': isMultipart ? multipartType : urlencodedType }),
      ...(dice.chance(80) && { cookie: dice.pick(secrets.cookies) ?? '' }),
    },
    body: isSpoiled ? spoil(dice, body) : body,
  }
}

/** Mostly the path stays as it is: there is not much behind any other. */
function spoilQuery(dice: Dice, target: string): string {
  const start = dice.chance(95) ? `${target}?`.indexOf('?') + 1 : 0
  return target.slice(0, start) + spoil(dice, target.slice(start))
}

function oddMethod(dice: Dice): string {
  return dice.pick(['OPTIONS', 'OPTIONS', 'PUT', 'DELETE', 'PATCH', 'get', 'X'])
}

function path(dice: Dice): string {
  if (dice.chance(96)) return '/api.php'
  return dice.pick(['/w/api.php', '/api.php/x', '/api.php/<jeton-probe>', '/', '//', '/api.php?'])
}

function oddPairs(dice: Dice, grammar: Grammar, { tokens }: Secrets): Pair[] {
  const action = oddAction(dice, grammar)
  const format = dice.pick(grammar.formats)
  const parts = action?.name === 'query' ? dice.list(3, () => dice.pick(grammar.inQuery)) : []
  const asked = [action, ...parts, dice.chance(40) ? format : undefined].filter(
    (one): one is Asked => one !== undefined,
  )
  const some = ({ params }: Asked, percent: number): WireParam[] =>
    params.filter(({ spec }) => dice.chance(spec.required ? 80 : percent))
  const params = [...asked.flatMap((one) => some(one, 25)), ...some(grammar.main, 3)]
  return [
    ...(action ? [['action', action.name] as const] : []),
    ...(dice.chance(97) ? [['format', format?.name ?? ''] as const] : []),
    ...namingParts(parts),
    ...params.map(({ name, spec }) => [fillIn(name), oddValue(dice, spec, tokens)] as const),
    ...(dice.chance(20)
      ? [[dice.pick(['lgtoken', 'token']), dice.pick(tokens) ?? ''] as const]
      : []),
    ...(dice.chance(10) ? [[dice.pick(['requestid', ...names]), anyText(dice)] as const] : []),
    ...(dice.chance(20) ? [['formatversion', dice.pick(['1', '2'])] as const] : []),
  ]
}

/** A page takes as long to make as a hundred other answers, so that pages are rare; no action is a page, too. */
function oddAction(dice: Dice, { actions }: Grammar): Asked | undefined {
  const [pages, others] = [actions.filter(isPage), actions.filter((one) => !isPage(one))]
  return dice.chance(99) ? dice.pick(others) : dice.pick([...pages, ...pages, undefined])
}

function isPage({ name }: Asked): boolean {
  return name === 'help'
}

/** A query names its parts by their kind. */
function namingParts(parts: readonly (Asked | undefined)[]): Pair[] {
  const groups = ['prop', 'list', 'meta'].map((group): Pair => {
    const inGroup = parts.filter((part) => part?.group === group)
    return [group, [...new Set(inGroup.map((part) => part?.name ?? ''))].join('|')]
  })
  return groups.filter(([, value]) => value !== '')
}

/** A template's place has a value that the parameter it stands for may have, too. */
function fillIn(name: string): string {
  return name.replace(/\{\w+\}/g, 'Alice')
}

interface HeaderNeeds {
  readonly grammar: Grammar
  readonly secrets: Secrets
  readonly isMultipart: boolean
  readonly hasBody: boolean
}

function oddHeaders(dice: Dice, needs: HeaderNeeds): Readonly<Record<string, string>> {
  const { grammar, secrets, isMultipart, hasBody } = needs
  const one = (percent: number, name: string, make: () => string): Record<string, string> =>
    dice.chance(percent) ? { [name]: line(utf8(make()), false).trim() } : {}
  const fits = isMultipart ? multipartType : urlencodedType
  return {
    ...(hasBody && { 'content-type': dice.chance(92) ? fits : oddType(dice) }),
    ...one(60, 'cookie', () =>
      dice.chance(85) ? (dice.pick(secrets.cookies) ?? '') : oddCookie(dice),
    ),
    ...one(5, 'origin', () => dice.pick([...origins, anyText(dice)])),
    ...one(5, 'accept-language', () =>
      dice.pick(['fr', 'de;q=0.5, en', '*', ';q=', anyText(dice)]),
    ),
    ...one(6, 'x-test-config', () => oddSettings(dice, grammar.settings)),
    ...one(2, 'treat-as-untrusted', () => dice.pick(['1', ''])),
    ...one(3, 'promise-non-write-api-action', () => dice.pick(['true', '0', ''])),
    ...one(3, 'access-control-request-method', () => dice.pick(['POST', 'x'])),
    ...one(3, 'access-control-request-headers', () => dice.pick(['Accept', 'x-evil, accept', ','])),
    ...one(3, 'if-none-match', () => dice.pick(['*', '"x"', 'W/"x", "y"', anyText(dice)])),
    ...one(3, 'if-modified-since', () =>
      dice.pick(['Thu, 01 Jan 1970 00:00:00 GMT', anyText(dice)]),
    ),
  }
}

const urlencodedType = 'application/x-www-form-urlencoded'
const multipartType = `multipart/form-data; boundary=${boundary}`
const origins = ['http://a.example', '*', 'null', 'http://a.example http://b.example', ''] as const

function oddType(dice: Dice): string {
  const types = [urlencodedType, `${urlencodedType}; charset=utf-8`, 'multipart/form-data'] as const
  return dice.pick([...types, 'multipart/form-data; boundary=""', 'application/json', ''])
}

function oddCookie(dice: Dice): string {
  const value = encodeURIComponent(anyText(dice).toWellFormed())
  return dice.pick([
    `wiki_session=${value}; wikiUserID=1; wikiToken=${value}`,
    `wikiUserID=${value}; wikiUserName=${value}`,
    'wikiUserID=99999999999999999999; wiki_BPsession=x',
    ';;=;%',
    value,
  ])
}

function urlencoded(pairs: readonly Pair[]): string {
  const encode = (text: string): string => encodeURIComponent(text.toWellFormed())
  return pairs.map(([name, value]) => `${encode(name)}=${encode(value)}`).join('&')
}

function multipart(dice: Dice, pairs: readonly Pair[]): string {
  const parts = pairs.map(([name, value]) => {
    const file = dice.chance(15) ? `; filename="${dice.pick(['x', '', '../x', 'é"'])}"` : ''
    const type = dice.chance(10) ? 'Content-Type: text/plain; charset=x\r\n' : ''
    const about = `Content-Disposition: form-data; name="${name}"${file}\r\n${type}`
    return utf8(`--${boundary}\r\n${about}\r\n${value}\r\n`)
  })
  return `${parts.join('')}--${boundary}--\r\n`
}

function utf8(text: string): string {
  return Buffer.from(text).toString('latin1')
}

/** Without what no line of a request can hold: no server would hand it on. */
function line(text: string, noSpaces: boolean): string {
  return noSpaces
    ? text.replace(/[^\x21-\x7e\x80-\xff]/g, '')
    : text.replace(/[^\x20-\x7e\x80-\xff]/g, '')
}
