import { decodeCharacterReferences } from '../names/character-references.ts'
import { ucFirst } from '../names/uc-first.ts'

/** The name of a page, as far as user names depend on it: its text, and whether it is in the namespace of users. */
export interface Title {
  readonly text: string
  readonly ofUser: boolean
}

const bidiMarks = /[\u200e\u200f\u202a-\u202e]/g
const spaces = /[ _\u00a0\u1680\u180e\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/g

/** Any character that no title may have, or the look of an escape in a URL or in HTML. */
const illegal =
  /[^ %!"$&'()*,\-./0-9:;=?@A-Z\\^_`a-z~+\u0080-\u{10ffff}]|%[\dA-Fa-f]{2}|&[A-Za-z\d\u0080-\u{10ffff}]+;/u

/** What a browser would take for a way through folders: `.` or `..` between slashes. */
const relative = /(?:^|\/)\.\.?(?:\/|$)/

/** The namespaces of an English wiki without extensions. */
const namespaces: ReadonlySet<string> = new Set([
  ...['media', 'special', 'talk', 'user', 'user talk', 'project', 'project talk'],
  ...['file', 'file talk', 'image', 'image talk', 'mediawiki', 'mediawiki talk'],
  ...['template', 'template talk', 'help', 'help talk', 'category', 'category talk'],
])

/**
 * Finds the title that a text means, by the rules of MediaWiki, if it is one among articles or users (where no namespace
 * is named, `otherwiseOfUser` decides). Prefixes that would lead to other wikis count as part of the text.
 */
export function findTitle(given: string, otherwiseOfUser: boolean): Title | undefined {
  const decoded = decodeCharacterReferences(given).normalize('NFC')
  // U+FFFD stands for what was not text.
  if (!decoded.isWellFormed() || decoded.includes('\ufffd')) return undefined

  const whole = trim(decoded.replace(bidiMarks, '').replace(spaces, ' '))
  const unprefixed = whole.startsWith(':') ? trim(whole.slice(1)) : whole
  const [namespace, written] = splitNamespace(unprefixed)
  const rest = written.replace(/ ?#.*$/s, '')
  if (namespace !== undefined && namespace !== 'user') return undefined

  const text = ucFirst(rest)
  const ofUser = namespace === 'user' || (otherwiseOfUser && whole === unprefixed)
  return isTitleText(rest) ? { text, ofUser } : undefined
}

function splitNamespace(text: string): readonly [string | undefined, string] {
  const colon = text.indexOf(':')
  const prefix = trim(text.slice(0, Math.max(colon, 0))).toLowerCase()
  return namespaces.has(prefix) ? [prefix, trim(text.slice(colon + 1))] : [undefined, text]
}

function isTitleText(text: string): boolean {
  if (text === '' || text.startsWith(':') || text.includes('~~~')) return false
  return !illegal.test(text) && !relative.test(text) && Buffer.byteLength(text) <= 255
}

/** Takes away the one space that may be left at either end; `trim()` would take characters that belong to a title. */
function trim(text: string): string {
  return text.replace(/^ /, '').replace(/ $/, '')
}
