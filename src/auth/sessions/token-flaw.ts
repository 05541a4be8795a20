import { isoTime } from '../../clock.ts'
import { type KnownMessage, type MessageKey, message } from '../../messages/message.ts'
import type { TokenReason } from '../../session/explain-token.ts'
import type { TokenDamage } from '../../session/read-token-text.ts'

/** Anything that can be wrong with a token: programs read it as a code, and it is never renamed. */
export type TokenFlaw = TokenDamage | TokenReason

/** What is said about each. */
export const flawKeys: Readonly<Record<TokenFlaw, MessageKey>> = {
  'html-escaped': 'jeton-token-html-escaped',
  'percent-encoded': 'jeton-token-percent-encoded',
  'backslash-escaped': 'jeton-token-backslash-escaped',
  quoted: 'jeton-token-quoted',
  'plus-became-space': 'jeton-token-plus-became-space',
  'more-than-token': 'jeton-token-more-than-token',
  spaces: 'jeton-token-spaces',
  slash: 'jeton-token-slash',
  'upper-case': 'jeton-token-upper-case',
  'backslash-lost': 'jeton-token-backslash-lost',
  'plus-lost': 'jeton-token-plus-lost',
  'ending-lost': 'jeton-token-ending-lost',
  truncated: 'jeton-token-truncated',
  'impossible-time': 'jeton-token-impossible-time',
  unlike: 'jeton-token-unlike',
  'credentials-ignored': 'jeton-token-credentials-ignored',
  'session-lost': 'jeton-token-session-lost',
  'no-session': 'jeton-token-no-session',
  'session-new': 'jeton-token-session-new',
  anonymous: 'jeton-token-anonymous',
  'not-logged-in': 'jeton-token-not-logged-in',
  'no-secret': 'jeton-token-no-secret',
  'made-in-future': 'jeton-token-made-in-future',
  'made-before-log-in': 'jeton-token-made-before-log-in',
  'other-session': 'jeton-token-other-session',
  'other-secret': 'jeton-token-other-secret',
}

/** Says what is wrong with a token; `loggedIn` is when the session's user logged in, in seconds since 1970. */
export function flawMessage(flaw: TokenFlaw, loggedIn: number | undefined): KnownMessage {
  const isAboutLogin = flaw === 'made-before-log-in' && loggedIn !== undefined
  const times = isAboutLogin ? [isoTime(new Date(loggedIn * 1000))] : []
  return message(flawKeys[flaw], ...times)
}
