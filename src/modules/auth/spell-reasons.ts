import { inOne, type Reasons } from '../../auth/manager/auth-response.ts'
import { errorCodes } from '../../result/error-codes.ts'
import type { ResultValue } from '../../result/value.ts'
import { type MessageFormat, messageSpeller } from './spell-message.ts'

/** Spells why something is not to be. */
export function spellReasons(
  why: Reasons,
  format: MessageFormat,
  language: string,
): ResultValue | undefined {
  return messageSpeller(format, language)(inOne(why))
}

/** Messages of MediaWiki's pages that programs know by another name. */
const codes: Readonly<Record<string, string>> = {
  ...errorCodes,
  actionthrottledtext: 'ratelimited',
  autoblockedtext: 'autoblocked',
  'badaccess-groups': 'permissiondenied',
  blockedtext: 'blocked',
  'blockedtext-composite': 'blocked',
  'blockedtext-partial': 'blocked',
  readonlytext: 'readonly',
}

/** The code that a program reads: the key of the message, with `_` for what no code may have. */
export function codeOf(why: Reasons): string {
  const { key } = inOne(why)
  if (Object.hasOwn(codes, key)) return codes[key] ?? key
  return key.replace(/^api(?:warn|error)-/, '').replace(/[^a-zA-Z0-9_-]/g, '_')
}
