import { decodeCharacterReferences } from '../../auth/names/character-references.ts'
import { ucFirst } from '../../auth/names/uc-first.ts'
import type { Interwiki } from '../../auth/site/interwiki-store.ts'
import {
  type Message,
  type MessageKey,
  type MessageParam,
  message,
} from '../../messages/message.ts'
import { escapeWikitext } from '../../messages/say.ts'
import { canonicalAddress, isAddress, isRange } from '../../params/types/address.ts'
import type { Settings } from '../../settings/settings.ts'
import { namespaces } from '../namespaces.ts'

/** The name of a page of this wiki, or of another. */
export interface PageTitle {
  readonly namespace: number
  /** Without the namespace, with spaces. */
  readonly text: string
  /** The whole title, with the namespace, or the prefix of another wiki. */
  readonly full: string
  /** The wiki that the page is on, if it is another. */
  readonly interwiki: Interwiki | undefined
}

/** What reading a title takes. */
export interface TitleReading {
  readonly settings: Settings
  readonly interwikis: readonly Interwiki[]
}

const bidiMarks = /[\u200e\u200f\u202a-\u202e]/g
const spaces = /[ _\u00a0\u1680\u180e\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/g

/** Any character that no title may have, or the look of an escape in a URL or in HTML. */
const illegal =
  /[^ %!"$&'()*,\-./0-9:;=?@A-Z\\^_`a-z~+\u0080-\u{10ffff}]|%[\dA-Fa-f]{2}|&[A-Za-z\d\u0080-\u{10ffff}]+;/u

/** What a browser would take for a way through folders: `.` or `..` between slashes. */
const relative = /(?:^|\/)\.\.?(?:\/|$)/

const longestTitle = 255

// Not even a title that is all references is that long.
const longestGiven = 10_000

const prefix = /^(.+?) ?: ?(.*)$/

const specialNamespace = -1
const talkNamespace = 1
const userNamespaces = [2, 3]

/** Reads the title of a page by the rules of MediaWiki; or says why it cannot be one. */
export function readPageTitle(given: string, reading: TitleReading): PageTitle | Message {
  // Far beyond every title, and short enough to be put into NFC: that takes long for many marks.
  if (given.length > longestGiven)
    return message('title-invalid-too-long', { num: longestTitle }, escapeWikitext(given))
  const decoded = decodeCharacterReferences(given).normalize('NFC')
  const title = parse(decoded, reading)
  if (!('why' in title)) return title
  return message(title.why, ...(title.params ?? []), escapeWikitext(decoded))
}

/** Why a text cannot be a title: a message, to which the text itself is added. */
interface Refusal {
  readonly why: MessageKey
  readonly params?: readonly MessageParam[]
}

function parse(decoded: string, reading: TitleReading): PageTitle | Refusal {
  if (!decoded.isWellFormed() || decoded.includes('\ufffd')) return { why: 'title-invalid-utf8' }

  const whole = trim(decoded.replace(bidiMarks, '').replace(spaces, ' '))
  const unprefixed = whole.startsWith(':') ? trim(whole.slice(1)) : whole
  if (unprefixed === '') return { why: 'title-invalid-empty' }

  const [before, after] = splitPrefix(unprefixed)
  const namespace = findNamespace(before, reading)
  if (namespace !== undefined) {
    const [inner] = namespace === talkNamespace ? splitPrefix(after) : ['']
    const leadsElsewhere =
      (findNamespace(inner, reading) ?? 0) !== 0 || findInterwiki(inner, reading) !== undefined
    return leadsElsewhere
      ? { why: 'title-invalid-talk-namespace' }
      : localTitle(namespace, after, reading)
  }

  const interwiki = findInterwiki(before, reading)
  if (interwiki === undefined) return localTitle(0, unprefixed, reading)

  const text = withoutFragment(after.startsWith(':') ? trim(after.slice(1)) : after)
  const full = `${before.toLowerCase()}:${text}`
  return whyNot(text, 0) ?? { namespace: 0, text, full, interwiki }
}

function localTitle(namespace: number, rest: string, reading: TitleReading): PageTitle | Refusal {
  const written = withoutFragment(rest)
  const why = whyNot(written, namespace)
  if (why !== undefined) return why
  if (written === '' && namespace !== 0) return { why: 'title-invalid-empty' }

  const capital = ucFirst(written)
  const text = userNamespaces.includes(namespace) ? longAddress(capital) : capital
  if (text.startsWith(':')) return { why: 'title-invalid-leading-colon' }

  const { name = '' } = namespaces(reading.settings).find(({ id }) => id === namespace) ?? {}
  const full = name === '' ? text : `${name}:${text}`
  return { namespace, text, full, interwiki: undefined }
}

function whyNot(text: string, namespace: number): Refusal | undefined {
  const [character] = illegal.exec(text) ?? []
  if (character !== undefined) {
    return { why: 'title-invalid-characters', params: [character] }
  }
  if (relative.test(text)) return { why: 'title-invalid-relative' }
  if (text.includes('~~~')) return { why: 'title-invalid-magic-tilde' }

  const longest = namespace === specialNamespace ? 512 : longestTitle
  const isTooLong = Buffer.byteLength(text) > longest
  return isTooLong ? { why: 'title-invalid-too-long', params: [{ num: longest }] } : undefined
}

function splitPrefix(text: string): readonly [before: string, after: string] {
  const [, before = '', after = text] = prefix.exec(text) ?? []
  return [before, after]
}

function findNamespace(name: string, { settings }: TitleReading): number | undefined {
  const wanted = name.toLowerCase()
  if (wanted === '') return undefined
  if (wanted === 'image') return 6
  if (wanted === 'image talk') return 7
  const found = namespaces(settings).find(
    (namespace) =>
      namespace.name.toLowerCase() === wanted || namespace.canonical?.toLowerCase() === wanted,
  )
  return found?.id
}

function findInterwiki(name: string, { interwikis }: TitleReading): Interwiki | undefined {
  const wanted = name.toLowerCase().replaceAll(' ', '_')
  return wanted === '' ? undefined : interwikis.find(({ prefix }) => prefix === wanted)
}

function withoutFragment(text: string): string {
  const at = text.indexOf('#')
  return at === -1 ? text : text.slice(0, at).replace(/ $/, '')
}

/** `2001:db8::1` as `2001:DB8:0:0:0:0:0:1`, and ranges alike: all spellings of an address are one user. */
function longAddress(name: string): string {
  return isAddress(name) || isRange(name) ? canonicalAddress(name) : name
}

/** Takes away the one space that may be left at either end; `trim()` would take characters that belong to a title. */
function trim(text: string): string {
  return text.replace(/^ /, '').replace(/ $/, '')
}
