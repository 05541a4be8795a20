import { equalSecrets } from '../../session/equal-secrets.ts'
import { BcryptThread } from './bcrypt-thread.ts'
import { hashQueue } from './hash-queue.ts'
import type { PasswordType } from './password-type.ts'

// Several seconds of one core; MediaWiki asks for 9.
const highestCost = 16

/** One for the process, as the queue is: see there. */
const thread = new BcryptThread()

/** `<cost>$<salt>$<hash>`: what PHP's crypt() makes after `$2y$`, with one more `$` in it. */
export const bcrypt: PasswordType = {
  async verify(password, stored) {
    const [, cost = '', salt = '', hash = ''] =
      /^(\d{1,2})\$([./A-Za-z\d]{22})\$([./A-Za-z\d]{31})$/.exec(stored) ?? []
    if (Number(cost) < 4 || Number(cost) > highestCost) return false

    const setting = `$2y$${cost.padStart(2, '0')}$${salt}`
    const made = await hashQueue.run(() => thread.hash(untilNul(password), setting))
    return equalSecrets(made, setting + hash)
  },
}

/** PHP's crypt() takes a password for a C string. */
function untilNul(password: string): string {
  const [start = ''] = password.split('\0', 1)
  return start
}
