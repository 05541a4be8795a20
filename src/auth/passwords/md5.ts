import { createHash } from 'node:crypto'
import { equalSecrets } from '../../session/equal-secrets.ts'
import type { PasswordType } from './password-type.ts'

/** A way of storing passwords by MD5, which layered types hash once more. */
export interface Md5PasswordType extends PasswordType {
  /** Finds the MD5 of a password, in hexadecimal digits, for a salt (`undefined`: none is stored), if this type has one. */
  findHash(password: string, salt: string | undefined): string | undefined
}

/** Type A, of MediaWiki before 1.13. A salt is no part of it, but a MediaWiki of its time wrote type B under this name. */
export const optionallySaltedMd5: Md5PasswordType = md5Type((password, salt) =>
  salt === undefined ? md5(password) : md5(`${salt}-${md5(password)}`),
)

/** Type B, of MediaWiki 1.13 to 1.23. */
export const saltedMd5: Md5PasswordType = md5Type((password, salt) =>
  salt === undefined ? undefined : md5(`${salt}-${md5(password)}`),
)

function md5Type(findHash: Md5PasswordType['findHash']): Md5PasswordType {
  return {
    findHash,

    async verify(password, stored) {
      const [, salt, hash = ''] = /^(?:([^:]*):)?([0-9a-f]{32})$/.exec(stored) ?? []
      const expected = findHash(password, salt)
      return expected !== undefined && equalSecrets(expected, hash)
    },
  }
}

function md5(text: string): string {
  return createHash('md5').update(text).digest('hex')
}
