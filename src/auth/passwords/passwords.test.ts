import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { noPhp, storeByPhp, verifyByPhp } from '../../../test/php-passwords.ts'
import { HashQueueFullError } from './hash-queue.ts'
import { hashPassword, needsRehash, verifyNothing, verifyPassword } from './passwords.ts'

const userId = 42
const password = 'Höhle 🐸 pass'

/** The same password of user 42, stored by PHP in every way that a MediaWiki may have stored it. */
// biome-ignore format: a table
const vectors: readonly (readonly [string, string])[] = [
  ['before 1.13',                       'cf9b077e686e9802fbcf4227415c48aa'],
  ['A',                                 ':A:fd10494635dfdc6bf70e57de32f7d283'],
  ['A with a salt',                     ':A:1234abcd:c80e936148705874600bf301fd3386b0'],
  ['B',                                 ':B:1234abcd:c80e936148705874600bf301fd3386b0'],
  ['B with an empty salt',              ':B::94d839d9980ec3c17a300e5a3152817a'],
  ['pbkdf2',                            ':pbkdf2:sha512:30000:64:AAECAwQFBgcICQoLDA0ODw==:dYgNU+wQc9cZ0gK5uihlrqnAUPolY4Bthx3MMrsyvuzmAZ2JRCPUIZDQOiuUKcRffl+8Fn94XUyxo6xhDXvGvA=='],
  ['pbkdf2, md5',                       ':pbkdf2:md5:1000:40:AAECAwQFBgcICQoLDA0ODw==:ON+9ENm1L26Or3mHSbfoDUegljKAokiz0SmKrf9gKZb/fXJVcGxDIg=='],
  ['pbkdf2, sha1',                      ':pbkdf2:sha1:1000:40:AAECAwQFBgcICQoLDA0ODw==:jlbFhzGokhdEM1AXaxbhuPAFegcuo/intaBtE5RU8og0T0zoQFVmaQ=='],
  ['pbkdf2, sha224',                    ':pbkdf2:sha224:1000:40:AAECAwQFBgcICQoLDA0ODw==:uLIIFQ4mkLz/HNT9xHzuXmcf2Jb4kJ9FnbTHp1/l54j8MB/X7N2r7A=='],
  ['pbkdf2, sha256',                    ':pbkdf2:sha256:1000:40:AAECAwQFBgcICQoLDA0ODw==:un3uxOOA2m8p9AiC/B/+v7jDOyBePW21drXzBWp/Bq9NA+CLzdXzbQ=='],
  ['pbkdf2, sha384',                    ':pbkdf2:sha384:1000:40:AAECAwQFBgcICQoLDA0ODw==:TgSprxt0XcSGhCA+9IiWOcZAOPLCH7d/elyHmFvN8RL6b/WQrN6aqg=='],
  ['pbkdf2, sha512',                    ':pbkdf2:sha512:1000:40:AAECAwQFBgcICQoLDA0ODw==:bOSbODogNIcE6EbZh5uh/IkYXHl8CbuLuBxhpMM6Mwa10swYm5Wnsg=='],
  ['pbkdf2, sha512/224',                ':pbkdf2:sha512/224:1000:40:AAECAwQFBgcICQoLDA0ODw==:8dxBhMjoRvCCvLljEiFewshgeZIPKFCojyKfQxaUF8n3rkfYjrq71w=='],
  ['pbkdf2, sha512/256',                ':pbkdf2:sha512/256:1000:40:AAECAwQFBgcICQoLDA0ODw==:Uwbw2QgcZt9SCR+FzOcYvcK0kSdTillOhD0mQ/9FOa5a2ffy70MhXQ=='],
  ['pbkdf2, sha3-256',                  ':pbkdf2:sha3-256:1000:40:AAECAwQFBgcICQoLDA0ODw==:RX2OyvfMDQ+N2V55gw5Xb02QUppGMTrEkXLjN09FVdXrx0lsRswk9w=='],
  ['pbkdf2, sha3-512',                  ':pbkdf2:sha3-512:1000:40:AAECAwQFBgcICQoLDA0ODw==:1LRchoQgDqI/ela+zUWNkSVK6JFYhT240ECq5xL536TC2yrxhhi/Og=='],
  ['pbkdf2, ripemd160',                 ':pbkdf2:ripemd160:1000:40:AAECAwQFBgcICQoLDA0ODw==:4DUT9kyYN1BpNOQUOaJ6/q9dZpiKPqVtfsnFd/3kX8EoTaXXirLhxA=='],
  ['pbkdf2, one round, no salt',        ':pbkdf2:sha256:1:32::7R09JlEFWQiwuLdYHwDBpVE2cNrMnnRp9lrY5jflKb0='],
  ['pbkdf2, rounds with a zero before', ':pbkdf2:sha256:0100:20:AAECAwQFBgcICQoLDA0ODw==:oz6cKTYA2Cl0DaHV7pu/ob5PgCc='],
  ['pbkdf2-legacyA',                    ':pbkdf2-legacyA:!sha512:30000:64!!AAECAwQFBgcICQoLDA0ODw==!Mpo8YKTKOc88T6V3BYyKQWpYgNXZUYYaMj3oDi+E3Y+YDRtZYTL71w1QAYLXx0/AtK/0Ar3dINwhe1j5wQazCw=='],
  ['pbkdf2-legacyA with a salt',        ':pbkdf2-legacyA:!sha256:100:32!abcd!AAECAwQFBgcICQoLDA0ODw==!Zce2q0YgDf8uv1pSCDKfdSlSoBeTqcn3YDBSmhBBu/A='],
  ['pbkdf2-legacyB',                    ':pbkdf2-legacyB:!sha512:30000:64!1234abcd!AAECAwQFBgcICQoLDA0ODw==!JGw/GTSxZiOvhySDrqGgCSdhSqO/duIwBv1UBeo7hGZGNsMeraYfVSfOt7rGi1vJbjeFNpgI9qtPU2uP4KyUAA=='],
  ['bcrypt',                            ':bcrypt:9$abcdefghijklmnopqrstuu$ob6ZtP7LYjwTq5Pc9QMWzSaQOD2lMqa'],
  ['bcrypt, cost of two digits',        ':bcrypt:09$abcdefghijklmnopqrstuu$ob6ZtP7LYjwTq5Pc9QMWzSaQOD2lMqa'],
  ['bcrypt, least cost',                ':bcrypt:4$abcdefghijklmnopqrstuu$utwGqTK4pm3SioZrc.5RlghLfcM4jIS'],
  ['argon2id',                          ':argon2:$argon2id$v=19$m=65536,t=4,p=1$SzlEUzhsLzRYTi9waGR0Uw$PHPg9UeNpKKmw6ImPko00mdBLb9jtzsE3s1ySMnUX7c'],
  ['argon2id, other parameters',        ':argon2:$argon2id$v=19$m=1024,t=2,p=1$ZTVqMjkzMjRuWHVFWW55OA$q/sQ0j162m/7nh9RPFVsQ/pPeXJgwLIJlyMrFg4o5oA'],
  ['argon2i',                           ':argon2:$argon2i$v=19$m=2048,t=3,p=1$RjExN29WN1BwL28vTWppMQ$zC7v8T1DgLBQy1l3YMwkzU8hxHAMzihFglBWjw1TWhQ'],
]

/** What PHP's crypt() makes of passwords that it does not read to their end. */
// biome-ignore format: a table
const shortened = [
  { password: 'ab\0cd',              stored: ':bcrypt:4$abcdefghijklmnopqrstuu$0CkeIeZLJOlOL1QPPhfXulLNPdFqJBW' },
  { password: `${'x'.repeat(71)}yz`, stored: ':bcrypt:4$abcdefghijklmnopqrstuu$.5skbTx2BS4jj.FAhPbN7I9dDGDUUN2' },
  { password: `${'x'.repeat(71)}é`,  stored: ':bcrypt:4$abcdefghijklmnopqrstuu$BQHqZaO/dlDRZ.TvJ67we2MtFVZUvA2' },
  { password: '',                    stored: ':bcrypt:4$abcdefghijklmnopqrstuu$byCG3zY1GIXMyxfivm.ClDiInHzxjiq' },
]

const cheap = vectors.filter(([name]) => !/^(pbkdf2|pbkdf2-legacy.|bcrypt.*|argon2id)$/.test(name))
const salt = 'AAECAwQFBgcICQoLDA0ODw=='
const hash32 = `${'A'.repeat(43)}=`
const bcryptHash = 'abcdefghijklmnopqrstuu$ob6ZtP7LYjwTq5Pc9QMWzSaQOD2lMqa'

/** Rows that MediaWiki or somebody else might have written, and that fit nobody. */
const unfit = [
  ...[
    '',
    ':',
    '::',
    ':A',
    ':A:',
    ':B:',
    ':pbkdf2:',
    ':bcrypt:',
    ':argon2:',
    ':constructor:x',
    ':__proto__:',
  ],
  ...['password', 'fd10494635dfdc6bf70e57de32f7d283', ':A:FD10494635DFDC6BF70E57DE32F7D283'],
  ...[
    ':B:fd10494635dfdc6bf70e57de32f7d283',
    ':A:a:b:fd10494635dfdc6bf70e57de32f7d283',
    ':C:fd10494635df',
  ],
  ...[`:pbkdf2:crc32:1:32:${salt}:${hash32}`, `:pbkdf2:sha256:0:32:${salt}:${hash32}`],
  ...[
    `:pbkdf2:sha256:1:0:${salt}:`,
    `:pbkdf2:sha256:-1:32:${salt}:${hash32}`,
    ':pbkdf2:sha256:1:32::',
  ],
  ...[`:pbkdf2:sha256:1:32:${hash32}`, `:pbkdf2:sha256:1:31:${salt}:${hash32}`],
  ...[
    ':pbkdf2-legacyA:',
    ':pbkdf2-legacyA:!!!!',
    `:pbkdf2-legacyA:!sha256:1:32!!${salt}!${hash32}!x`,
  ],
  ...[
    `:pbkdf2-legacyB:!sha256:1:32!!${salt}!${hash32}`,
    `:pbkdf2-legacyC:!sha256:1:32!!${salt}!${hash32}`,
  ],
  ...[
    `:bcrypt:3$${bcryptHash}`,
    `:bcrypt:009$${bcryptHash}`,
    `:bcrypt:$${bcryptHash}`,
    ':bcrypt:9$a$b',
  ],
  ...[
    ':argon2:$argon2id$v=16$m=1024,t=1,p=1$TmouU3NvcHgvamcx$JfPtea33X1Xt010n',
    ':argon2:$argon2id$v=19$$$',
  ],
  ...[':argon2:$argon2id$v=19$m=7,t=1,p=1$TmouU3NvcHgvamcx$JfPtea33X1Xt010n'],
  ...[':argon2:$argon2id$v=19$m=1024,t=0,p=1$TmouU3NvcHgvamcx$JfPtea33X1Xt010n'],
  ...[':argon2:$argon2id$v=19$m=1024,t=1,p=0$TmouU3NvcHgvamcx$JfPtea33X1Xt010n'],
  ...[':argon2:$argon2id$v=19$m=1024,t=1,p=1$Tmou$JfPtea33X1Xt010n'],
  ...[':argon2:$argon2id$v=19$m=1024,t=1,p=1$TmouU3NvcHgvamcx$JfPt'],
  ...[':argon2:$argon2d$v=19$m=1024,t=1,p=1$TmouU3NvcHgvamcx$JfPtea33X1Xt010n'],
]

/** Each would take minutes, or all memory. */
const absurd = [
  `:pbkdf2:sha512:999999999:64:${salt}:${'A'.repeat(86)}==`,
  `:pbkdf2:sha256:10000001:32:${salt}:${hash32}`,
  `:pbkdf2:md5:9000000:96:${salt}:${'A'.repeat(128)}`,
  `:pbkdf2-legacyA:!sha256:999999999:32!!${salt}!${hash32}`,
  `:bcrypt:17$${bcryptHash}`,
  `:bcrypt:31$${bcryptHash}`,
  ':argon2:$argon2id$v=19$m=4194304,t=1,p=1$TmouU3NvcHgvamcx$JfPtea33X1Xt010n',
  ':argon2:$argon2id$v=19$m=1048576,t=5,p=1$TmouU3NvcHgvamcx$JfPtea33X1Xt010n',
  ':argon2:$argon2id$v=19$m=8,t=9999999,p=1$TmouU3NvcHgvamcx$JfPtea33X1Xt010n',
]

describe('verifyPassword', () => {
  for (const [name, stored] of vectors) {
    it(`security 45: knows a password that PHP stored: ${name}`, async () => {
      assert.equal(await verifyPassword(password, stored, userId), true)
      assert.equal(await verifyPassword('höhle 🐸 pass', stored, userId), false)
      assert.equal(await verifyPassword('', stored, userId), false)
    })
  }

  for (const { password, stored } of shortened) {
    it(`security 44: reads a bcrypt password only as far as PHP does: ${JSON.stringify(password)}`, async () => {
      assert.equal(await verifyPassword(password, stored, userId), true)
      assert.equal(await verifyPassword(`a${password}`, stored, userId), false)
    })
  }

  it('takes the user for the salt of the oldest hashes', async () => {
    const [[, stored] = ['', '']] = vectors
    assert.equal(await verifyPassword(password, stored, userId + 1), false)
  })

  for (const stored of unfit) {
    it(`finds that nothing fits ${JSON.stringify(stored)}`, async () => {
      assert.equal(await verifyPassword(password, stored, userId), false)
      assert.equal(await verifyPassword('', stored, userId), false)
    })
  }

  for (const stored of absurd) {
    it(`security 45: refuses the work that ${stored.slice(0, 45)} asks for`, async () => {
      // The answer comes before anything outside this turn of the event loop: so nothing was computed.
      assert.equal(await firstOf(verifyPassword(password, stored, userId), nextTurn()), false)
    })
  }

  it('security 45: finds that nothing fits 10,000 damaged rows', async () => {
    const damage = fc.record({
      stored: fc.constantFrom(...cheap.map(([, stored]) => stored)),
      at: fc.nat(),
      junk: fc.constantFrom('', ' ', '\n', '\0', '#', '%', 'é', ':#'),
    })
    const property = fc.asyncProperty(damage, async ({ stored, at, junk }) => {
      const place = at % stored.length
      const damaged = stored.slice(0, place) + (junk && junk + stored.slice(place))
      assert.equal(await verifyPassword(password, damaged, userId), false)
    })
    await fc.assert(property, { numRuns: 10_000 })
  })

  it('security 45: refuses to let more than a thousand wait', async () => {
    const stored = Object.fromEntries(vectors)['pbkdf2, one round, no salt'] ?? ''
    const storm = Array.from({ length: 1200 }, () => verifyPassword(password, stored, userId))
    const answers = await Promise.allSettled(storm)
    const refused = answers.filter((answer) => answer.status === 'rejected')
    assert.ok(refused.length > 0 && refused.length < 200)
    assert.ok(refused.every(({ reason }) => reason instanceof HashQueueFullError))
    assert.ok(answers.every((answer) => answer.status === 'rejected' || answer.value))
  })

  it('finds that nothing fits what no column holds', async () => {
    const long = `:B:${'x'.repeat(256)}:fd10494635dfdc6bf70e57de32f7d283`
    assert.equal(await verifyPassword(password, long, userId), false)
  })
})

describe('hashPassword', () => {
  it('stores a password as MediaWiki does by default', async () => {
    const stored = await hashPassword(password, () => Buffer.from(salt, 'base64'))
    assert.equal(stored, Object.fromEntries(vectors)['pbkdf2'])
  })

  it('stores the same password differently each time', async () => {
    const [first, second] = [await hashPassword(password), await hashPassword(password)]
    assert.notEqual(first, second)
    assert.match(first, /^:pbkdf2:sha512:30000:64:[A-Za-z\d+/]{22}==:[A-Za-z\d+/]{86}==$/)
    assert.equal(await verifyPassword(password, first, userId), true)
    assert.equal(await verifyPassword(password, second, userId), true)
  })
})

describe('needsRehash', () => {
  it('finds only what was made with the default parameters good enough', async () => {
    const current = vectors.filter(([, stored]) => !needsRehash(stored)).map(([name]) => name)
    assert.deepEqual(current, ['pbkdf2'])
    assert.equal(needsRehash(await hashPassword(password)), false)
    assert.equal(needsRehash(''), true)
    assert.equal(needsRehash(`:pbkdf2:sha512:300000:64:${salt}:x`), true)
  })
})

describe('verifyNothing', () => {
  it('says no', async () => {
    assert.equal(await verifyNothing(password), false)
    assert.equal(await verifyNothing(''), false)
  })

  it('costs as much as checking the password of an account', async () => {
    const stored = Object.fromEntries(vectors)['pbkdf2'] ?? ''
    const real = await costOf(() => verifyPassword('wrong', stored, userId))
    const nothing = await costOf(() => verifyNothing('wrong'))
    assert.ok(nothing > real / 4 && real > nothing / 4, `${nothing} and ${real} µs of work`)
  })
})

describe('the event loop', () => {
  const slow = vectors.filter(([name]) => /^(pbkdf2|pbkdf2-legacy.|bcrypt|argon2id)$/.test(name))
  for (const [name, stored] of slow) {
    it(`security 45: goes on while a password is checked: ${name}`, async () => {
      assert.equal(await firstOf(verifyPassword(password, stored, userId), nextTurn()), 'turned')
    })
  }

  it('goes on while a password is hashed', async () => {
    assert.equal(await firstOf(hashPassword(password), nextTurn()), 'turned')
  })
})

describe('passwords and the real PHP', { skip: noPhp }, () => {
  // `node test/fuzz/passwords.ts` does it with a thousand.
  const passwords = fc.sample(fc.string({ unit: 'binary', maxLength: 90 }), 100)

  it('security 45: agree on passwords that PHP stored', async () => {
    for (const { password: given, stored } of storeByPhp(passwords)) {
      assert.equal(stored.length, 11)
      for (const row of stored) {
        assert.equal(await verifyPassword(given, row, userId), true, JSON.stringify([given, row]))
        assert.equal(await verifyPassword(`x${given}`, row, userId), false)
      }
    }
  })

  it('security 45: agree on passwords that we stored', async () => {
    const pairs = await Promise.all(
      passwords.map(async (given) => ({ password: given, stored: await hashPassword(given) })),
    )
    assert.deepEqual(new Set(verifyByPhp(pairs)), new Set([true]))
  })
})

function firstOf(answer: Promise<unknown>, other: Promise<unknown>): Promise<unknown> {
  return Promise.race([answer, other])
}

/** Comes after everything that needs no other thread. */
function nextTurn(): Promise<string> {
  return new Promise((resolve) => setImmediate(resolve, 'turned'))
}

/** The processor time of twenty runs, on all threads. */
async function costOf(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage()
  for (let run = 0; run < 20; run++) await work()
  const { user, system } = process.cpuUsage(before)
  return user + system
}
