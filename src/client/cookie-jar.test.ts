import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { CookieJar } from './cookie-jar.ts'

describe('CookieJar', () => {
  it('keeps values as they come', () => {
    const jar = new CookieJar()
    jar.obey('a=1=2; path=/; HttpOnly')
    jar.obey('b=x%20y; expires=Fri, 01-Jan-2100 00:00:00 GMT; Max-Age=60')
    assert.equal(jar.header(), 'a=1=2; b=x%20y')
  })

  for (const end of [
    'Max-Age=0',
    'max-age=-1; path=/',
    'expires=Thu, 01-Jan-1970 00:00:01 GMT',
    'expires=Thu, 01-Jan-1970 00:00:01 GMT; Max-Age=0; path=/; httponly',
  ]) {
    it(`gives a cookie back that the server takes back by ${end}`, () => {
      const jar = new CookieJar()
      jar.obey('a=1')
      jar.obey(`a=deleted; ${end}`)
      assert.equal(jar.header(), undefined)
    })
  }

  it('leaves to the server how long a cookie is good', () => {
    const jar = new CookieJar()
    jar.obey('a=1; expires=Thu, 01-Jan-1970 00:00:01 GMT; Max-Age=60')
    assert.equal(jar.find('a'), '1')
  })
})
