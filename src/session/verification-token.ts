import { createHmac } from 'node:crypto'
import type { Random } from '../random.ts'
import { equalSecrets } from './equal-secrets.ts'
import type { Session } from './session.ts'
import { sessionHandle } from './session-handle.ts'

/** The parts of a token with which a user proves to others who he is, all but the last of them public. */
export interface VerificationToken {
  readonly userId: number
  /** Which of his sessions asked for it. */
  readonly handle: string
  /** When, in seconds since 1970. */
  readonly made: number
  /** What is signed, and the signature. */
  readonly statement: string
  readonly signature: string
}

/**
 * Makes a token that is good as long as the session is: four parts between hyphens, of which the
 * last two tell when it was made and for whom, as in the extension for MediaWiki.
 */
export function makeVerificationToken(
  session: Session,
  userId: number,
  seconds: number,
  random: Random,
): string {
  const salt = random(10).toString('hex') + sessionHandle(session.id)
  const statement = `${salt}-${seconds}-${userId}`
  return `${sign(session.id, statement)}-${statement}`
}

/** Reads what has the form of such a token. */
export function readVerificationToken(text: string): VerificationToken | undefined {
  const parts =
    /^([0-9a-f]{40})-([0-9a-f]{20}([0-9a-f]{32})-([1-9]\d{0,11})-([1-9]\d{0,14}))$/.exec(text)
  if (parts === null) return undefined

  const [, signature = '', statement = '', handle = '', made, userId] = parts
  return { userId: Number(userId), handle, made: Number(made), statement, signature }
}

/** Tells whether the session with this id gave a token. */
export function isVerificationToken(
  { statement, signature }: VerificationToken,
  id: string,
): boolean {
  return equalSecrets(signature, sign(id, statement))
}

/**
 * The session's id is the secret: who knows it is the user. One that had to be stored first, as
 * those of other tokens, would be a different one for each of several requests at once.
 */
function sign(id: string, statement: string): string {
  const text = `jeton:session_verification:${statement}`
  return createHmac('sha256', id).update(text).digest('hex').slice(0, 40)
}
