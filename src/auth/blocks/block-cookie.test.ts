import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readSettings } from '../../settings/settings.ts'
import { makeBlockCookie, readBlockCookie } from './block-cookie.ts'

/** Secret keys, and what MediaWiki 1.39 then told browsers of the block with the number 151. */
// biome-ignore format: a table
const cookies: readonly (readonly [key: string, cookie: string])[] = [
  ['',             '151'],
  ['a key',        '151!6c32fa06628277fd6bae2b78a4ef86be8633de0e2c6d2bd84d56cba1678003a4dfa3daed110b0121a274c03712aea28a5684025f4ef60b410943c1e2614c77b8'],
  ['k'.repeat(80), '151!f7edd67ad1b8d4e346e9bac7b7eaee5e0ba49f792c4420720b173ea810db7feb5159ef84d844102f6368d350e7edc878604814bba85b658e1358a9c41caa350d'],
]

describe('the cookie of a block', () => {
  for (const [SecretKey, cookie] of cookies) {
    it(`is MediaWiki's for a secret key of ${SecretKey.length} characters`, () => {
      const settings = readSettings({ SecretKey })
      assert.equal(makeBlockCookie(151, settings), cookie)
      assert.equal(readBlockCookie(cookie, settings), 151)
    })
  }

  it('is believed only as it was made', () => {
    const settings = readSettings({ SecretKey: 'a key' })
    const good = makeBlockCookie(151, settings)
    const forged = [
      ...['', '151', '151!', '!', 'x151', good.slice(3), `1${good}`, good.slice(0, -1), `${good}0`],
      ...[good.toUpperCase(), good.replace('151', '152'), good.replace('!', '!!'), `${good}\n`],
    ]
    for (const value of forged) assert.equal(readBlockCookie(value, settings), undefined, value)
  })

  it('may be any number where there is no secret key', () => {
    const settings = readSettings({})
    assert.equal(readBlockCookie('7', settings), 7)
    assert.equal(readBlockCookie('7!whatever', settings), 7)
    assert.equal(readBlockCookie('nonsense', settings), undefined)
  })
})
