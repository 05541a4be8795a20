import { equalSecrets } from '../../session/equal-secrets.ts'
import { hmacWhirlpool } from '../../session/whirlpool.ts'
import type { Settings } from '../../settings/settings.ts'

/** The value by which a browser shows that its user is blocked: the block's number, and a proof that we made it. */
export function makeBlockCookie(id: number, { SecretKey }: Settings): string {
  return SecretKey ? `${id}!${hmacWhirlpool(SecretKey, String(id))}` : String(id)
}

/** The number of the block in a value that we made; without a secret key, in any. */
export function readBlockCookie(value: string, { SecretKey }: Settings): number | undefined {
  const [, digits = '', rest = ''] = /^(\d{1,15})(.*)$/s.exec(value) ?? []
  if (digits === '') return undefined
  if (!SecretKey) return Number(digits)

  const isOurs =
    rest.startsWith('!') && equalSecrets(rest.slice(1), hmacWhirlpool(SecretKey, digits))
  return isOurs ? Number(digits) : undefined
}
