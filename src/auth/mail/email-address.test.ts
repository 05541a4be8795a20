import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { isEmailAddress } from './email-address.ts'

/** Whether MediaWiki 1.39 takes them, asked with `action=createaccount`. */
// biome-ignore format: a table
const answers: readonly (readonly [text: string, isAddress: boolean])[] = [
  ['bob@example.com',             true],
  ['BOB@EXAMPLE.COM',             true],
  ['bob@localhost',               true],
  ['bob@127.0.0.1',               true],
  ['.b..o.b.@example.com',        true],
  ["a!#$%&'*+-/=?^_`{|}~z@x-y.z", true],
  ['bob@-example-.com',           true],
  ['',                            false],
  ['bob',                         false],
  ['@example.com',                false],
  ['bob@',                        false],
  ['bob@example..com',            false],
  ['bob@.example.com',            false],
  ['bob@example.com.',            false],
  ['bob@exa_mple.com',            false],
  ['bob@@example.com',            false],
  ['bob@a@example.com',           false],
  ['bob@[127.0.0.1]',             false],
  ['bob smith@example.com',       false],
  [' bob@example.com',            false],
  ['bob@example.com ',            false],
  ['"bob"@example.com',           false],
  ['Bob <bob@example.com>',       false],
  ['bob@example.com,eve@evil.example', false],
  ['bob@example.com\n',           false],
  ['bob@example.com\r\nBcc: eve@evil.example', false],
  ['bob\0@example.com',           false],
  ['böb@example.com',             false],
  ['bob@exämple.com',             false],
]

describe('an e-mail address', () => {
  for (const [text, isAddress] of answers)
    it(`${isAddress ? 'is' : 'is not'} ${JSON.stringify(text)}`, () => {
      assert.equal(isEmailAddress(text), isAddress)
    })

  it('is read in linear time', () => {
    assert.equal(isEmailAddress(`${'a.'.repeat(500_000)}@${'a.'.repeat(500_000)}`), false)
  })
})
