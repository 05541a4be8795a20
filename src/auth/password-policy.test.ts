import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readSettings } from '../settings/settings.ts'
import { passwordFlaws } from './password-policy.ts'

/** What is wrong with the password of an account by MediaWiki's default policy: `!` no login with it, `?` choose another. */
// biome-ignore format: a table
const flaws: readonly (readonly [name: string, groups: readonly string[], password: string, flaws: readonly string[]])[] = [
  ['Alice',          [],               'x',                    []],
  ['Alice',          [],               'ünï',                  []],
  ['Alice',          [],               'x'.repeat(4096),       []],
  ['Alice',          [],               'x'.repeat(4097),       ['passwordtoolong(4096)!?']],
  ['Alice',          [],               'ü'.repeat(2049),       ['passwordtoolong(4096)!?']],
  ['Alice',          [],               'Alice',                ['password-substring-username-match?']],
  ['Alice',          [],               'LIC',                  ['password-substring-username-match?']],
  ['Alice',          [],               'alice1',               []],
  ['Ärger',          [],               'äRGER',                ['password-substring-username-match?']],
  ['Alice',          [],               'ExamplePassword',      ['password-login-forbidden?']],
  ['Alice',          [],               'examplepassword',      []],
  ['Useruser',       [],               'Passpass',             ['password-login-forbidden?']],
  ['Useruser1',      [],               'Passpass1',            ['password-login-forbidden?']],
  ['Useruser1',      [],               'Passpass',             []],
  ['Apitestsysop',   [],               'testpass',             ['password-login-forbidden?']],
  ['Apitestuser',    [],               'testpass',             ['password-login-forbidden?']],
  ['Alice',          [],               'testpass',             []],
  ['Alice',          ['sysop'],        '123456789',            ['passwordtooshort(10)?']],
  ['Alice',          ['sysop'],        '1234567890',           []],
  ['Alice',          ['sysop'],        'üüüüü',                []],
  ['Alice',          ['bureaucrat'],   'x',                    ['passwordtooshort(10)?']],
  ['Alice',          ['bot'],          'x',                    ['passwordtooshort(10)?']],
  ['Alice',          ['interface-admin'], 'x',                 ['passwordtooshort(10)?']],
  ['Alice',          ['suppress'],     'x',                    []],
  ['Alice',          ['sysop', 'bot'], 'alice',                ['passwordtooshort(10)?', 'password-substring-username-match?']],
]

function spell(name: string, groups: readonly string[], password: string, policies: object = {}) {
  const settings = readSettings({ PasswordPolicy: { policies } })
  return passwordFlaws(password, { name, groups }, settings).map(
    ({ why, fatal, suggestChange }) => {
      const params = why.params.length > 0 ? `(${why.params.join()})` : ''
      return `${why.key}${params}${fatal ? '!' : ''}${suggestChange ? '?' : ''}`
    },
  )
}

describe('the policy', () => {
  for (const [name, groups, password, expected] of flaws) {
    const shown = password.length > 20 ? `${password.slice(0, 5)}… (${password.length})` : password
    it(`finds ${expected.length} wrong with "${shown}" for ${[name, ...groups].join(', ')}`, () => {
      assert.deepEqual(spell(name, groups, password), expected)
    })
  }

  it('is the strictest of those of the groups', () => {
    const policies = {
      one: { MinimalPasswordLength: { value: 12, suggestChangeOnLogin: false } },
      other: { MinimalPasswordLength: 11 },
    }
    for (const groups of [
      ['one', 'other'],
      ['other', 'one'],
    ])
      assert.deepEqual(spell('Alice', groups, 'x', policies), ['passwordtooshort(12)?'])
    assert.deepEqual(spell('Alice', ['other'], 'x', policies), ['passwordtooshort(11)?'])
  })

  it('lets nobody log in with a password below the least for it', () => {
    const policies = { sysop: { MinimumPasswordLengthToLogin: 5 } }
    assert.deepEqual(spell('Alice', ['sysop'], 'x', policies), [
      'passwordtooshort(10)?',
      'passwordtooshort(5)!',
    ])
    assert.deepEqual(spell('Alice', ['sysop'], '12345', policies), ['passwordtooshort(10)?'])
  })

  it('leaves out what is switched off, and what it does not know', () => {
    const policies = {
      default: { PasswordCannotBeSubstringInUsername: false, PasswordNotInCommonList: true },
    }
    assert.deepEqual(spell('Alice', [], 'Alice', policies), [])
  })
})
