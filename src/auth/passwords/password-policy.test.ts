import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readSettings } from '../../settings/settings.ts'
import { passwordFlaws } from './password-policy.ts'

/** What is wrong with the password of an account by MediaWiki's default policy: `!` no login with it, `?` choose another. */
// biome-ignore format: a table
const flaws: readonly (readonly [name: string, groups: readonly string[], password: string, flaws: readonly string[]])[] = [
  ['Zelmira',        [],               'x',                    []],
  ['Zelmira',        [],               'ünï',                  []],
  ['Zelmira',        [],               'x'.repeat(4096),       []],
  ['Zelmira',        [],               'x'.repeat(4097),       ['passwordtoolong(4096)!?']],
  ['Zelmira',        [],               'ü'.repeat(2049),       ['passwordtoolong(4096)!?']],
  ['Zelmira',        [],               'Zelmira',                ['password-substring-username-match?']],
  ['Zelmira',        [],               'ELM',                  ['password-substring-username-match?']],
  ['Zelmira',        [],               'zelmira1',               []],
  ['Ärger',          [],               'äRGER',                []],
  ['Ärger',          [],               'ÄrGER',                ['password-substring-username-match?']],
  ['Zelmira',        [],               '',                     ['passwordtooshort(1)?', 'password-substring-username-match?']],
  ['Zelmira',        [],               'ExamplePassword',      ['password-login-forbidden?']],
  ['Zelmira',        [],               'examplepassword',      []],
  ['Useruser',       [],               'Passpass',             ['password-login-forbidden?']],
  ['Useruser1',      [],               'Passpass1',            ['password-login-forbidden?']],
  ['Useruser1',      [],               'Passpass',             []],
  ['Apitestsysop',   [],               'testpass',             ['password-login-forbidden?', 'passwordincommonlist?']],
  ['Apitestuser',    [],               'testpass',             ['password-login-forbidden?', 'passwordincommonlist?']],
  ['Zelmira',        [],               'testpass',             ['passwordincommonlist?']],
  ['Zelmira',        ['sysop'],        '1234-678x',            ['passwordtooshort(10)?']],
  ['Zelmira',        ['sysop'],        '1234-6789x',           []],
  ['Zelmira',        ['sysop'],        'üüüüü',                []],
  ['Zelmira',        ['bureaucrat'],   'x',                    ['passwordtooshort(10)?']],
  ['Zelmira',        ['bot'],          'x',                    ['passwordtooshort(10)?']],
  ['Zelmira',        ['interface-admin'], 'x',                 ['passwordtooshort(10)?']],
  ['Zelmira',        ['suppress'],     'x',                    []],
  ['Zelmira',        ['sysop', 'bot'], 'zelmira',                ['passwordtooshort(10)?', 'password-substring-username-match?']],
  ['Ananas',         ['sysop'],        'ananas',               ['passwordtooshort(10)?', 'password-substring-username-match?', 'passwordincommonlist?']],
]

async function spell(
  name: string,
  groups: readonly string[],
  password: string,
  policies: object = {},
) {
  const settings = readSettings({ PasswordPolicy: { policies } })
  const found = await passwordFlaws(password, { name, groups }, settings)
  return found.map(({ why, fatal, suggestChange }) => {
    const params = why.params.length > 0 ? `(${why.params.join()})` : ''
    return `${why.key}${params}${fatal ? '!' : ''}${suggestChange ? '?' : ''}`
  })
}

describe('the policy', () => {
  for (const [name, groups, password, expected] of flaws) {
    const shown = password.length > 20 ? `${password.slice(0, 5)}… (${password.length})` : password
    it(`finds ${expected.length} wrong with "${shown}" for ${[name, ...groups].join(', ')}`, async () => {
      assert.deepEqual(await spell(name, groups, password), expected)
    })
  }

  it('is the strictest of those of the groups', async () => {
    const policies = {
      one: { MinimalPasswordLength: { value: 12, suggestChangeOnLogin: false } },
      other: { MinimalPasswordLength: 11 },
    }
    for (const groups of [
      ['one', 'other'],
      ['other', 'one'],
    ])
      assert.deepEqual(await spell('Zelmira', groups, 'x', policies), ['passwordtooshort(12)?'])
    assert.deepEqual(await spell('Zelmira', ['other'], 'x', policies), ['passwordtooshort(11)?'])
  })

  it('of an implicit group holds for all that are in it, and one of nobody for nobody', async () => {
    const policies = { user: { MinimalPasswordLength: 3 }, '*': { MinimalPasswordLength: 2 } }
    assert.deepEqual(await spell('Zelmira', ['*', 'user'], 'x', policies), ['passwordtooshort(3)?'])
    assert.deepEqual(await spell('Zelmira', ['*'], 'x', policies), ['passwordtooshort(2)?'])
  })

  it('lets nobody log in with a password below the least for it', async () => {
    const policies = { sysop: { MinimumPasswordLengthToLogin: 5 } }
    assert.deepEqual(await spell('Zelmira', ['sysop'], 'x', policies), [
      'passwordtooshort(10)?',
      'passwordtooshort(5)!',
    ])
    assert.deepEqual(await spell('Zelmira', ['sysop'], '1-3-x', policies), [
      'passwordtooshort(10)?',
    ])
  })

  it('leaves out what is switched off', async () => {
    const policies = {
      default: { PasswordCannotBeSubstringInUsername: false, PasswordNotInCommonList: false },
    }
    assert.deepEqual(await spell('Ananas', [], 'ananas', policies), [])
  })
})
