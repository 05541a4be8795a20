import { anonymousToken, tokenSeconds } from './token.ts'

/** What can have happened to a token on its way here, so that it is none any more. */
export const tokenDamages = [
  'html-escaped',
  'percent-encoded',
  'backslash-escaped',
  'quoted',
  'plus-became-space',
  'more-than-token',
  'spaces',
  'slash',
  'upper-case',
  'backslash-lost',
  'plus-lost',
  'ending-lost',
  'truncated',
  'impossible-time',
  'unlike',
] as const
export type TokenDamage = (typeof tokenDamages)[number]

/** A token as somebody holds it. */
export interface TokenText {
  /** What is wrong with it, in the order in which it is to be undone; nothing for what may be a token. */
  readonly damage: readonly TokenDamage[]
  /** The token that was probably meant: the text itself, unless it is damaged. */
  readonly meant: string | undefined
}

/** Undoes one kind of damage; leaves alone what does not have it. */
interface Repair {
  readonly damage: TokenDamage
  undo(text: string): string
}

/** Outer spellings first: what is inside can be seen only then. */
const repairs: readonly Repair[] = [
  {
    damage: 'html-escaped',
    undo: (text) =>
      text
        .replace(/&(?:amp;)*(?:#43|#x2b|plus);/gi, '+')
        .replace(/&(?:amp;)*(?:#92|#x5c|bsol);/gi, '\\')
        .replace(/&(?:amp;)*(?:#34|#x22|quot);/gi, '"'),
  },
  {
    damage: 'percent-encoded',
    undo: (text) =>
      text
        .replace(/%(?:25)*2b/gi, '+')
        .replace(/%(?:25)*5c/gi, '\\')
        .replace(/%(?:25)*20/g, ' ')
        .replace(/%(?:25)*22/g, '"'),
  },
  {
    damage: 'backslash-escaped',
    undo: (text) =>
      text
        .replace(/\\u002b/gi, '+')
        .replace(/\\u005c/gi, '\\')
        .replace(/\\{2,}/g, '\\'),
  },
  { damage: 'quoted', undo: withoutQuotes },
  { damage: 'plus-became-space', undo: (text) => text.replace(/(^|[0-9a-f]) \\/i, '$1+\\') },
  { damage: 'more-than-token', undo: (text) => onlyToken(text) ?? text },
  { damage: 'spaces', undo: (text) => text.replace(/\s/g, '') },
  { damage: 'slash', undo: (text) => text.replace(/\+\/$/, '+\\') },
  {
    damage: 'upper-case',
    undo: (text) => (/^[0-9a-f]+\+?\\?$/i.test(text) ? text.toLowerCase() : text),
  },
  { damage: 'backslash-lost', undo: (text) => text.replace(/^([0-9a-f]{33,})?\+$/, '$1+\\') },
  { damage: 'plus-lost', undo: (text) => text.replace(/^([0-9a-f]{33,})?\\$/, '$1+\\') },
  // Since 2004 the time has had eight digits: with fewer, more than the ending is missing.
  { damage: 'ending-lost', undo: (text) => text.replace(/^[0-9a-f]{40,}$/, '$&+\\') },
]

/** Reads a token as it came, and says what has become of it if it is damaged. */
export function readTokenText(text: string): TokenText {
  if (isWhole(text)) return { damage: [], meant: text }

  const damage: TokenDamage[] = []
  let meant = text
  for (const repair of repairs) {
    const better = repair.undo(meant)
    if (better === meant) continue
    damage.push(repair.damage)
    meant = better
    if (isWhole(meant)) return { damage, meant }
  }
  return { damage: [...damage, hopelessness(meant)], meant: undefined }
}

function isWhole(text: string): boolean {
  return text === anonymousToken || tokenSeconds(text) !== undefined
}

/** Why nothing can be made of it. */
function hopelessness(text: string): TokenDamage {
  const [, digits] = /^([0-9a-f]+)\+?\\?$/.exec(text) ?? []
  if (digits === undefined) return 'unlike'
  return digits.length < 40 ? 'truncated' : 'impossible-time'
}

function withoutQuotes(text: string): string {
  const inner = text.trim()
  const [first = ''] = inner
  const isQuoted = inner.length > 2 && `"'\``.includes(first) && inner.endsWith(first)
  return isQuoted ? inner.slice(1, -1) : text
}

/** The one token within other text, such as the answer that brought it. */
function onlyToken(text: string): string | undefined {
  const found = text.match(/(?<![0-9a-f])[0-9a-f]{33,48}\+\\/g) ?? []
  const [token, ...others] = new Set(found)
  return others.length > 0 || token === text.trim() ? undefined : token
}
