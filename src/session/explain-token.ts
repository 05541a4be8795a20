import { readTokenText, type TokenDamage } from './read-token-text.ts'
import type { Session } from './session.ts'
import { isTokenOf, type TokenOwner, tokenSeconds } from './token.ts'
import {
  formSalts,
  type TokenForm,
  type TokenType,
  tokenForms,
  tokenKinds,
  tokenTypes,
} from './token-types.ts'

/** Why a token that is whole is not good in a session, as far as that can be known. */
export const tokenReasons = [
  'credentials-ignored',
  'session-lost',
  'no-session',
  'session-new',
  'anonymous',
  'not-logged-in',
  'no-secret',
  'made-in-future',
  'made-before-log-in',
  'other-session',
  'other-secret',
] as const
export type TokenReason = (typeof tokenReasons)[number]

/** What a token is explained by. */
export interface TokenFacts {
  readonly session: Session
  /** False when the request's credentials do not count. */
  readonly hasCredentials: boolean
  /** Whether the request's cookies name a session that it does not go on with. */
  readonly isSessionLost: boolean
  /** When the session's user logged in, where that is known, and what time it is: seconds since 1970. */
  readonly loggedIn: number | undefined
  readonly now: number
}

/** What can be said about a token to who holds it. */
export interface TokenExplanation {
  /** What has become of it on its way; nothing if it is whole. */
  readonly damage: readonly TokenDamage[]
  /** The token that the rest is about: the one that was probably meant, if it is damaged. */
  readonly meant: string | undefined
  /** When it says that it was made, in seconds since 1970. */
  readonly made: bigint | undefined
  /** What it is good for in this session. */
  readonly types: readonly TokenType[]
  readonly forms: readonly TokenForm[]
  /** Why it is good for nothing, if it is not. */
  readonly reasons: readonly TokenReason[]
}

/**
 * Explains a token to who holds it: what it is good for in the session that asks, and why not. It
 * tells nothing that trying the token would not tell, and leaves the session as it is.
 */
export function explainToken(text: string, facts: TokenFacts): TokenExplanation {
  const { damage, meant } = readTokenText(text)
  if (meant === undefined) {
    return { damage, meant, made: undefined, types: [], forms: [], reasons: [] }
  }
  const owner = ownerOf(facts)
  const types = tokenTypes.filter((type) => isTokenOf(owner, tokenKinds[type], meant))
  const forms = tokenForms.filter((form) => isTokenOf(owner, formKind(form), meant))
  const made = tokenSeconds(meant)
  const isGood = types.length + forms.length > 0
  return { damage, meant, made, types, forms, reasons: isGood ? [] : findReasons(made, facts) }
}

function ownerOf({ session, hasCredentials }: TokenFacts): TokenOwner {
  return { session, isRegistered: hasCredentials && session.user !== undefined }
}

function formKind(form: TokenForm) {
  return { secret: 'default', salt: formSalts[form] } as const
}

/** The reasons for which a token is good for nothing; one that nobody made has no time. */
function findReasons(made: bigint | undefined, facts: TokenFacts): readonly TokenReason[] {
  const { session, hasCredentials, isSessionLost, loggedIn, now } = facts
  if (!hasCredentials) return ['credentials-ignored']

  const isRegistered = session.user !== undefined
  const isNew = session.stored === undefined
  const isAnonymous = made === undefined
  const hasSecret = tokenTypes.some((type) => session.findTokenSecret(tokenKinds[type].secret))
  // biome-ignore format: a table
  const rows: readonly (readonly [TokenReason, boolean])[] = [
    ['session-lost',       isSessionLost],
    ['no-session',         isNew && !isSessionLost && !isRegistered],
    ['session-new',        isNew && isRegistered],
    ['anonymous',          isAnonymous],
    ['not-logged-in',      !isAnonymous && !isRegistered],
    ['no-secret',          !isAnonymous && !isNew && !hasSecret],
    ['made-in-future',     !isAnonymous && made > now],
    ['made-before-log-in', !isAnonymous && loggedIn !== undefined && made < loggedIn],
    ['other-secret',       !isAnonymous && hasSecret && !isSessionLost],
  ]
  return rows.filter(([, applies]) => applies).map(([reason]) => reason)
}
