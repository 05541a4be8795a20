import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { createWiki } from '../../index.ts'
import { User } from '../user.ts'
import { isTooOften } from './rate-limit.ts'
import type { Rate } from './rate-store.ts'

const all = {
  ...{ anon: [9, 60], ip: [9, 60], subnet: [9, 60], 'ip-all': [9, 60], 'subnet-all': [9, 60] },
  ...{ user: [8, 60], 'user-global': [9, 60], newbie: [2, 60] },
}

interface Case {
  readonly who:
    | 'nobody'
    | 'an account'
    | 'a new account'
    | 'a bot'
    | 'a bot and steward'
    | 'a sysop'
  readonly limits: Readonly<Record<string, readonly number[] | boolean>>
  readonly settings?: object
  readonly address?: string
  /** What is counted for whom, at most so often. */
  readonly counts: readonly string[]
}

// biome-ignore format: a table
const cases: readonly Case[] = [
  { who: 'nobody',        limits: {},  counts: [] },
  { who: 'nobody',        limits: all, counts: ['anon 9', 'ip(192.0.2.7) 9', 'subnet(192.0.2) 9', 'ip-all(192.0.2.7) 9', 'subnet-all(192.0.2) 9'] },
  { who: 'nobody',        limits: all, address: '2001:db8:1:2:3::4', counts: ['anon 9', 'ip(2001:db8:1:2:3::4) 9', 'subnet(v6-20010DB8000100020000000000000000) 9', 'ip-all(2001:db8:1:2:3::4) 9', 'subnet-all(v6-20010DB8000100020000000000000000) 9'] },
  { who: 'nobody',        limits: { user: [1, 60], newbie: [1, 60], sysop: [1, 60] }, counts: [] },
  { who: 'an account',    limits: all, counts: ['user-global(local,#) 9', 'user(#) 8', 'ip-all(192.0.2.7) 9', 'subnet-all(192.0.2) 9'] },
  { who: 'an account',    limits: { ...all, user: [10, 60] }, counts: ['user-global(local,#) 9', 'user(#) 10'] },
  { who: 'an account',    limits: { 'ip-all': [10, 60], user: [4, 20] }, counts: ['user(#) 4'] },
  { who: 'an account',    limits: { 'ip-all': [1, 60] }, counts: ['ip-all(192.0.2.7) 1'] },
  { who: 'a new account', limits: all, counts: ['user-global(local,#) 9', 'ip(192.0.2.7) 9', 'subnet(192.0.2) 9', 'newbie(#) 2', 'ip-all(192.0.2.7) 9', 'subnet-all(192.0.2) 9'] },
  { who: 'a new account', limits: { user: [99, 60], 'ip-all': [1, 60] }, counts: ['user(#) 99', 'ip-all(192.0.2.7) 1'] },
  { who: 'a bot',         limits: { user: [1, 60], bot: [2, 60] }, counts: ['bot(#) 2'] },
  { who: 'a bot',         limits: { user: [3, 60], bot: [2, 60] }, counts: ['user(#) 3'] },
  { who: 'a bot',         limits: { bot: [2, 60] }, counts: ['bot(#) 2'] },
  { who: 'a bot and steward', limits: { bot: [2, 60], suppress: [3, 60], user: [1, 60] }, counts: ['suppress(#) 3'] },
  { who: 'a sysop',       limits: all, counts: [] },
  { who: 'a sysop',       limits: { user: [1, 60], '&can-bypass': true }, counts: [] },
  { who: 'a sysop',       limits: { user: [1, 60], '&can-bypass': false }, counts: ['user(#) 1'] },
  { who: 'nobody',        limits: { ip: [1, 60] }, settings: { RateLimitsExcludedIPs: ['192.0.2.0/24'] }, counts: [] },
  { who: 'nobody',        limits: { ip: [1, 60] }, settings: { RateLimitsExcludedIPs: ['192.0.3.0/24'] }, counts: ['ip(192.0.2.7) 1'] },
  { who: 'nobody',        limits: { ip: [1, 60], '&can-bypass': false }, settings: { RateLimitsExcludedIPs: ['192.0.2.7'] }, counts: ['ip(192.0.2.7) 1'] },
]

const groups = {
  'an account': [],
  'a new account': [],
  'a bot': ['bot'],
  'a bot and steward': ['bot', 'suppress'],
  'a sysop': ['sysop'],
} as const

describe('a limit on how often something may be done', () => {
  for (const { who, limits, settings, address = '192.0.2.7', counts } of cases) {
    it(`counts of ${who}: ${counts.join(', ') || 'nothing'}`, async () => {
      await using wiki = createWiki({
        settings: {
          RateLimits: { tell: limits },
          ...(who === 'a new account' && { AutoConfirmAge: 100 }),
          ...settings,
        },
      })
      const sources = { ...wiki.stores, settings: wiki.settings, now: wiki.clock.now(), address }
      const password = 'mellow-lantern-quarry'
      const user =
        who === 'nobody'
          ? new User(sources)
          : new User(
              sources,
              await wiki.createAccount({ name: 'Bob', password, groups: groups[who] }),
            )
      const counted: Rate[] = []
      const rates = {
        take: async (given: readonly Rate[]) => counted.push(...given) >= 0,
        leavesRoom: assert.fail,
      }
      assert.equal(await isTooOften('tell', user, { ...sources, rates }), false)
      const spelled = counted.map(({ condition, who: subject, limit }) => {
        const named = subject.map((part) => (part === user.id ? '#' : part)).join()
        return `${condition}${named && `(${named})`} ${limit}`
      })
      assert.deepEqual(spelled, counts)
    })
  }

  it('is reached by what is counted, and not by looking', async () => {
    await using wiki = createWiki({ settings: { RateLimits: { tell: { ip: [1, 60] } } } })
    const sources = {
      ...{ ...wiki.stores, settings: wiki.settings },
      ...{ now: wiki.clock.now(), address: '192.0.2.7' },
    }
    const nobody = new User(sources)
    const look = () => isTooOften('tell', nobody, sources, { looksOnly: true })
    assert.deepEqual([await look(), await look()], [false, false])
    assert.equal(await isTooOften('tell', nobody, sources), false)
    assert.deepEqual([await look(), await isTooOften('tell', nobody, sources)], [true, true])
  })

  it('is kept under MediaWiki’s keys, so that a wiki beside us counts the same', async () => {
    await using wiki = createWiki({ settings: { RateLimits: { tell: all } } })
    const now = new Date('2026-01-01T12:00:00Z')
    const sources = { ...wiki.stores, settings: wiki.settings, now, address: '::1' }
    await isTooOften('tell', new User(sources), sources)
    const rows = await wiki.database
      .selectFrom('objectcache')
      .select(['keyname', 'exptime'])
      .orderBy('keyname')
      .execute()
    const step = now.getTime() / 1000 / 2
    assert.deepEqual(
      rows.map(({ keyname }) => keyname),
      [
        `global:limiter:tell:ip-all::${step}:ip-all:%3A%3A1`,
        `global:limiter:tell:ip::${step}:ip:%3A%3A1`,
        `global:limiter:tell:subnet-all::${step}:subnet-all:v6-${'0'.repeat(32)}`,
        `global:limiter:tell:subnet::${step}:subnet:v6-${'0'.repeat(32)}`,
        `wiki:limiter:tell:anon::${step}:anon`,
      ],
    )
    assert.deepEqual(new Set(rows.map(({ exptime }) => exptime)), new Set(['20260101120102']))
  })
})
