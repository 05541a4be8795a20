import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readSettings } from '../../settings/settings.ts'
import type { CounterStore } from './counter-store.ts'
import { countTry, forgetTries, type ThrottleSubject } from './throttle.ts'

const md5OfBob = '2fc1c0beb992cd7096975cfebf9d5c3b'
const bob = { pool: 'password', name: 'Bob', address: '192.0.2.1' } as const

/** Under which keys MediaWiki counts. */
// biome-ignore format: a table
const keys: readonly { subject: ThrottleSubject; rule: object; key: string }[] = [
  { subject: bob,                                 rule: {},                key: `global:throttler:password:0:192.0.2.1:${md5OfBob}` },
  { subject: { ...bob, pool: 'botpassword' },     rule: {},                key: `global:throttler:botpassword:0:192.0.2.1:${md5OfBob}` },
  { subject: { ...bob, address: '2001:db8::1' },  rule: {},                key: `global:throttler:password:0:2001%3Adb8%3A%3A1:${md5OfBob}` },
  { subject: { ...bob, name: '' },                rule: {},                key: 'global:throttler:password:0:192.0.2.1:' },
  { subject: bob,                                 rule: { allIPs: true },  key: `global:throttler:password:0::${md5OfBob}` },
  { subject: bob,                                 rule: { allIPs: false }, key: `global:throttler:password:0::${md5OfBob}` },
]

describe('a throttle', () => {
  for (const { subject, rule, key } of keys) {
    it(`counts ${JSON.stringify(subject)} as MediaWiki does with ${JSON.stringify(rule)}`, async () => {
      const asked: string[] = []
      const counters: Pick<CounterStore, 'takeInTurn' | 'reset'> = {
        async takeInTurn(tries) {
          for (const { key, limit, seconds } of tries) asked.push(`${key} ${limit} ${seconds}`)
          return undefined
        },
        reset: async (...args) => void asked.push(args.join(' ')),
      }
      const settings = readSettings({
        PasswordAttemptThrottle: [{ count: 5, seconds: 300, ...rule }],
      })
      assert.equal(await countTry(subject, { counters, settings, now: new Date() }), undefined)
      await forgetTries(subject, { counters, settings })
      assert.deepEqual(asked, [`${key} 5 300`, key])
    })
  }

  it('of all addresses together takes no account of the address', async () => {
    const asked = new Set<string>()
    const counters: Pick<CounterStore, 'takeInTurn' | 'reset'> = {
      async takeInTurn(tries) {
        for (const { key } of tries) asked.add(key)
        return undefined
      },
      reset: async () => {},
    }
    const settings = readSettings({
      PasswordAttemptThrottle: [{ count: 5, seconds: 300, allIPs: true }],
    })
    for (const address of ['192.0.2.1', '192.0.2.2', '2001:db8::1'])
      await countTry({ ...bob, address }, { counters, settings, now: new Date() })
    assert.equal(asked.size, 1)
  })
})
