import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { isCommonPassword } from './common-passwords.ts'

/** Whether MediaWiki 1.39 refuses them, asked with `action=validatepassword`. */
// biome-ignore format: a table
const answers: readonly (readonly [password: string, isCommon: boolean])[] = [
  ['123456',           true],   // the first of the list
  ['password',         true],
  ['Password',         true],
  ['PASSWORD',         true],
  ['PassWorD',         false],  // only as people spell it
  ['070162',           true],   // the last that counts
  ['07012006',         false],  // the next: the list goes on, MediaWiki does not
  ['12345',            true],
  ['123456\npassword', false],  // two of the list
  ['\n123456',         false],
  ['123456\0',         false],
  ['',                 false],
  ['пароль',           false],
  ['mellow-lantern-quarry', false],
]

describe('a common password', () => {
  for (const [password, isCommon] of answers)
    it(`${isCommon ? 'is' : 'is not'} ${JSON.stringify(password)}`, async () => {
      assert.equal(await isCommonPassword(password), isCommon)
    })
})
