import { argon2 as derive } from 'node:crypto'
import { promisify } from 'node:util'
import { equalSecrets } from '../../session/equal-secrets.ts'
import { hashQueue } from './hash-queue.ts'
import type { PasswordType } from './password-type.ts'

const deriveKey = promisify(derive)

// In KiB. PHP asks for 64 MiB four times over; four GiB in all are several seconds of one core.
const mostMemory = 2 ** 20
const mostMemoryFilled = 2 ** 22

/** What is stored about one password: the algorithm's parameters, and the hash in base64 without padding. */
interface Stored {
  readonly algorithm: 'argon2i' | 'argon2id'
  readonly memory: number
  readonly passes: number
  readonly parallelism: number
  readonly nonce: Buffer
  readonly tagLength: number
  readonly hash: string
}

/** The `$argon2id$v=19$m=…,t=…,p=…$<salt>$<hash>` that PHP's password_hash() makes, or argon2i. */
export const argon2: PasswordType = {
  async verify(password, stored) {
    const parts = findParts(stored)
    if (parts === undefined) return false

    const { algorithm, hash, ...parameters } = parts
    const message = Buffer.from(password)
    const key = await hashQueue.run(() => deriveKey(algorithm, { message, ...parameters }))
    return equalSecrets(key.toString('base64').replace(/=+$/, ''), hash)
  },
}

function findParts(stored: string): Stored | undefined {
  const form =
    /^\$(argon2id?)\$v=19\$m=(\d{1,7}),t=(\d{1,7}),p=(\d{1,3})\$([A-Za-z\d+/]+)\$([A-Za-z\d+/]+)$/
  const found = form.exec(stored)
  if (found === null) return undefined

  const [, name, memory, passes, parallelism, salt = '', hash = ''] = found
  const parts: Stored = {
    algorithm: name === 'argon2i' ? 'argon2i' : 'argon2id',
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
    nonce: Buffer.from(salt, 'base64'),
    tagLength: Math.floor((hash.length * 3) / 4),
    hash,
  }
  return isSane(parts) ? parts : undefined
}

/** Node throws for what the algorithm itself does not allow, so that must not come through either. */
function isSane({ memory, passes, parallelism, nonce, tagLength }: Stored): boolean {
  const allowed = passes > 0 && parallelism > 0 && memory >= 8 * parallelism
  const bounded = memory <= mostMemory && memory * passes <= mostMemoryFilled
  return allowed && bounded && nonce.length >= 8 && tagLength >= 4
}
