import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { hideInAnswer, hideInPairs } from './secrets.ts'

const hex = '0123456789abcdef'.repeat(2)

describe('a request that is shown', () => {
  // biome-ignore format: a table
  const pairs = [
    ['action=login&lgname=Eve&lgpassword=apple-pie', 'action=login&lgname=Eve&lgpassword=<secret>'],
    ['lg%70assword=apple-pie',                       'lg%70assword=<secret>'],
    ['token={login}&lgtoken=%2B%5C&retype=',         'token={login}&lgtoken=%2B%5C&retype='],
    ['type=csrf&maxtokenage=10&token=bad',           'type=csrf&maxtokenage=10&token=<secret>'],
  ] as const
  for (const [written, shown] of pairs) {
    it(`is ${shown}`, () => assert.equal(hideInPairs(written), shown))
  }
})

describe('an answer that is shown', () => {
  const show = (body: unknown, known: readonly string[] = []) =>
    hideInAnswer({ body }, new Set(known)).body

  it('has no token, wherever it stands', () => {
    assert.deepEqual(show([`a ${hex}6a0c1b2d+\\ b`, `?token=${hex}%2B%5C`]), [
      'a <token>+\\ b',
      '?token=<token>+\\',
    ])
  })

  it('has no value that is secret by its name', () => {
    const body = { options: { watchlisttoken: 'abc' }, csrftoken: '<token>+\\', sessionid: 'x' }
    assert.deepEqual(show(body), {
      options: { watchlisttoken: '<secret>' },
      csrftoken: '<token>+\\',
      sessionid: '<secret>',
    })
  })

  it('has nothing that was sent as a secret', () => {
    assert.deepEqual(show({ info: 'You said apple-pie' }, ['apple-pie']), {
      info: 'You said <secret>',
    })
  })

  it('has no long value of a cookie', () => {
    const cookies = ['GeoIP=FR; path=/', `Other=${hex}; path=/`, 'UserName=Somebody+with+a+name']
    assert.deepEqual(hideInAnswer({ cookies, body: '' }, new Set()).cookies, [
      'GeoIP=FR; path=/',
      'Other=<secret>; path=/',
      'UserName=Somebody+with+a+name',
    ])
  })
})
