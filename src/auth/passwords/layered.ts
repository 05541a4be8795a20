import type { Md5PasswordType } from './md5.ts'
import type { PasswordType } from './password-type.ts'
import { pbkdf2 } from './pbkdf2.ts'

/**
 * Old hashes that were hashed once more without knowing the password: `!<pbkdf2 parameters>!<MD5 salt>!<salt>!<hash>`,
 * where PBKDF2 is given the hexadecimal digits of the MD5.
 */
export function layered(inner: Md5PasswordType): PasswordType {
  return {
    async verify(password, stored) {
      const [none, parameters, innerSalt, salt, hash, more] = stored.split('!')
      const innerHash = inner.findHash(password, innerSalt || undefined)
      if (none !== '' || hash === undefined || more !== undefined) return false
      if (innerHash === undefined) return false

      return pbkdf2.verify(innerHash, `${parameters}:${salt}:${hash}`)
    },
  }
}
