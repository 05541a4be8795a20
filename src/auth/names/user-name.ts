import type { Settings } from '../../settings/settings.ts'
import { isIpAddress } from '../addresses/ip-address.ts'
import { findTitle } from '../pages/title.ts'
import { ucFirst } from './uc-first.ts'

declare const canonical: unique symbol

/** A user name in the one form in which accounts have it; `canonicalUserName` makes them and `isValidUserName` knows them. */
export type UserName = string & { readonly [canonical]: true }

const longestValid = 255

// Spaces and a prefix may be much longer than the name, but NFC takes minutes for a million of accents on one letter.
const longestGiven = 4096

/** Leaves room for what is kept in subpages of a user: their names are titles, too. */
const longestCreatable = 235

/** Invisible, or easily taken for something else: control characters, spaces, marks of direction, private use. */
const confusing = /[\u0080-\u00a0\u2000-\u200f\u2028-\u202f\u3000\ue000-\uf8ff]/

/** Names under which MediaWiki itself, in English, writes into its tables. */
const reserved: ReadonlySet<string> = new Set([
  'Command line script',
  'Conversion script',
  'DNSBL',
  'Delete page script',
  'Maintenance script',
  'MediaWiki automatic change',
  'MediaWiki default',
  'MediaWiki spam cleanup',
  'Move page script',
  'Proxy blocker',
  'Redirect fixer',
  'ScriptImporter',
  'System messenger',
  'Template namespace initialisation script',
  'Unknown user',
])

/** Finds the user name that somebody means who writes this: `user:alice_B.` means `Alice B.`, and `Talk:Alice` nobody. */
export function canonicalUserName(given: string): UserName | undefined {
  // Titles may end in `#` and a section, users may not.
  if (given.includes('#') || given.length > longestGiven) return undefined

  const title = findTitle(ucFirst(given.normalize('NFC')), true)
  return title?.ofUser && isValidUserName(title.text) ? title.text : undefined
}

/** Tells whether a name is in canonical form, and not like an address, a title of another kind, or another name. */
export function isValidUserName(name: string): name is UserName {
  if (Buffer.byteLength(name) > longestValid || name !== ucFirst(name)) return false
  if (isIpAddress(name) || name.includes('/') || confusing.test(name)) return false

  const title = findTitle(name, false)
  return title !== undefined && !title.ofUser && title.text === name
}

/** Tells whether somebody can log in by a name: it is not one of MediaWiki's own. */
export function isUsableUserName(name: UserName): boolean {
  return !reserved.has(name)
}

/** Tells whether a new account may get a name; older ones may have others. */
export function isCreatableUserName(name: UserName, settings: Settings): boolean {
  const isShort = Buffer.byteLength(name) <= longestCreatable
  const isPlain = [...settings.InvalidUsernameCharacters].every((sign) => !name.includes(sign))
  return isShort && isPlain && isUsableUserName(name)
}
