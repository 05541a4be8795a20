import { makeSecondFactor } from '../../auth/two-factor/make-second-factor.ts'
import type { SecondFactor } from '../../auth/two-factor/second-factor-store.ts'
import type { PhpValue } from '../../php/php-serialize.ts'
import type { PageCall } from '../page.ts'

/** Where MediaWiki keeps a secret that an app has not proved to have yet. */
const key = 'oathauth_totp_key'

/** The second factor that is to be: the one of this session, or a new one. */
export function pendingFactor({ session, sources, user }: PageCall): SecondFactor {
  const found = readFactor(session.data.get(key), user.id)
  if (found !== undefined) return found

  const made = makeSecondFactor(sources.random)
  const codes = made.recoveryCodes.map((code, at) => [at, code] as const)
  session.keep(
    key,
    new Map<string, PhpValue>([
      ['user', user.id],
      ['secret', made.secret],
      ['scratch_tokens', new Map(codes)],
    ]),
  )
  return made
}

/** Forgets it, once it is the account's. */
export function forgetPending({ session }: PageCall): void {
  session.keep(key, undefined)
}

/** Whoever else was logged in before in this session knows the secret. */
function readFactor(kept: PhpValue | undefined, userId: number): SecondFactor | undefined {
  if (!(kept instanceof Map) || kept.get('user') !== userId) return undefined

  const [secret, codes] = [kept.get('secret'), kept.get('scratch_tokens')]
  if (typeof secret !== 'string' || !(codes instanceof Map)) return undefined
  const recoveryCodes = [...codes.values()].filter((code) => typeof code === 'string')
  return { secret, recoveryCodes }
}
