import { createHash } from 'node:crypto'
import type { UserName } from '../names/user-name.ts'
import type { AuthContext } from './auth-context.ts'

// Long enough for every step; who died while holding it keeps nobody out for longer, as in MediaWiki.
const seconds = 30

/**
 * Does something while nobody else, in whichever process, makes an account of that name; `undefined`
 * without doing it where somebody does. The unique name of the table would do for the rows, but not
 * for what providers do elsewhere, nor for passwords that nobody needs to hash twice.
 */
export async function withCreationLock<Result>(
  name: UserName,
  { counters, now }: Pick<AuthContext, 'counters' | 'now'>,
  task: () => Promise<Result>,
): Promise<Result | undefined> {
  const key = `global:account:${createHash('md5').update(name).digest('hex')}`
  if (!(await counters.take(key, 1, seconds, now))) return undefined

  // Whatever goes wrong, the next one may try.
  try {
    return await task()
  } finally {
    await counters.reset(key)
  }
}
