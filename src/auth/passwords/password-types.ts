import { argon2 } from './argon2.ts'
import { bcrypt } from './bcrypt.ts'
import { layered } from './layered.ts'
import { optionallySaltedMd5, saltedMd5 } from './md5.ts'
import type { PasswordType } from './password-type.ts'
import { pbkdf2 } from './pbkdf2.ts'

/** Every way of storing a password that can be checked, by the name that MediaWiki's tables give it. */
export const passwordTypes: ReadonlyMap<string, PasswordType> = new Map([
  ['A', optionallySaltedMd5],
  ['B', saltedMd5],
  ['pbkdf2', pbkdf2],
  ['pbkdf2-legacyA', layered(optionallySaltedMd5)],
  ['pbkdf2-legacyB', layered(saltedMd5)],
  ['bcrypt', bcrypt],
  ['argon2', argon2],
])
