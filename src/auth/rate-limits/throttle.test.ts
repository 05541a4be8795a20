import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { alice, type StoppedWiki, stoppedWiki } from '../../../test/stopped-wiki.ts'
import type { Visitor } from '../../../test/visitor.ts'
import { hashQueue } from '../passwords/hash-queue.ts'

const wrongSecret = '0'.repeat(32)

/** Tries one after the other, and tells of each why it failed, or that it did not. */
async function tryAll(
  visitor: Visitor,
  tries: readonly (readonly [name: string, password: string])[],
): Promise<readonly string[]> {
  const outcomes: string[] = []
  for (const [name, password] of tries) {
    const answer = await visitor.copy().tryLogIn(name, password)
    outcomes.push(answer?.reason?.code ?? answer?.result ?? '')
  }
  return outcomes
}

const times = (count: number, name: string, password: string) =>
  Array.from({ length: count }, () => [name, password] as const)

const wrong = (count: number) => Array.from({ length: count }, () => 'wrongpassword')

async function comeWithThrottle(throttle: readonly unknown[]): Promise<StoppedWiki> {
  return stoppedWiki({ settings: { PasswordAttemptThrottle: throttle } })
}

describe('trying passwords', () => {
  it('security 40: is possible five times in 300 seconds, then not even with the right one', async () => {
    await using made = await stoppedWiki()
    const visitor = made.visitor()
    assert.deepEqual(await tryAll(visitor, times(5, alice.name, 'wrong')), wrong(5))
    made.clock.pass(299)
    assert.deepEqual(
      await tryAll(visitor, [
        [alice.name, 'wrong'],
        [alice.name, alice.password],
      ]),
      ['login-throttled', 'login-throttled'],
    )
    made.clock.pass(1)
    assert.deepEqual(await tryAll(visitor, [[alice.name, alice.password]]), ['Success'])
  })

  it('security 41: evaluates exactly five of five hundred at once', async (test) => {
    const hashed = test.mock.method(hashQueue, 'run')
    await using made = await stoppedWiki()
    const visitor = made.visitor()
    const token = await visitor.token('login')
    hashed.mock.resetCalls()
    const answers = await Promise.all(
      Array.from({ length: 500 }, () => visitor.copy().tryLogIn(alice.name, 'wrong', token)),
    )
    const codes = answers.map((answer) => answer?.reason?.code)
    assert.equal(codes.filter((code) => code === 'wrongpassword').length, 5)
    assert.equal(codes.filter((code) => code === 'login-throttled').length, 495)
    // Each is tried as a password that was mailed, too.
    assert.equal(hashed.mock.callCount(), 10)
  })

  it('security 41: evaluates no more bot passwords of five hundred at once', async (test) => {
    const hashed = test.mock.method(hashQueue, 'run')
    await using made = await stoppedWiki()
    const visitor = made.visitor()
    const token = await visitor.token('login')
    hashed.mock.resetCalls()
    const answers = await Promise.all(
      Array.from({ length: 500 }, () => visitor.copy().tryLogIn(alice.botName, wrongSecret, token)),
    )
    const codes = answers.map((answer) => answer?.reason?.code)
    assert.equal(codes.filter((code) => code === 'wrongpassword').length, 5)
    // Each is tried as a bot password, and then as those of an account called "Alice@sweeper".
    assert.equal(hashed.mock.callCount(), 15)
  })

  it('security 42: begins anew after a success', async () => {
    await using made = await stoppedWiki()
    const visitor = made.visitor()
    const tries = [...times(4, alice.name, 'wrong'), [alice.name, alice.password] as const]
    for (const _ of [1, 2]) assert.deepEqual(await tryAll(visitor, tries), [...wrong(4), 'Success'])
  })

  it('does not begin anew by a success of somebody else, or of a program', async () => {
    await using made = await stoppedWiki()
    await made.wiki.createAccount({ name: 'Bob', password: 'granite-whisper-lamp' })
    const visitor = made.visitor()
    await tryAll(visitor, times(4, alice.name, 'wrong'))
    await tryAll(visitor, [
      ['Bob', 'granite-whisper-lamp'],
      [alice.botName, alice.botPassword],
    ])
    assert.deepEqual(await tryAll(visitor, times(2, alice.name, 'wrong')), [
      'wrongpassword',
      'login-throttled',
    ])
  })

  it('security 42: is counted for programs apart', async () => {
    await using made = await stoppedWiki()
    const visitor = made.visitor()
    assert.deepEqual(await tryAll(visitor, times(5, alice.name, 'wrong')), wrong(5))
    assert.deepEqual(await tryAll(visitor, [[alice.botName, alice.botPassword]]), ['Success'])
    assert.deepEqual(await tryAll(visitor, times(5, alice.botName, wrongSecret)), wrong(5))
    assert.deepEqual(await tryAll(visitor, [[alice.botName, alice.botPassword]]), [
      'login-throttled',
    ])
    made.clock.pass(300)
    assert.deepEqual(await tryAll(visitor, [[alice.name, alice.password]]), ['Success'])
  })

  it('is counted for all programs of an account together', async () => {
    await using made = await stoppedWiki()
    const names = ['sweeper', 'other', 'third', 'sweeper', 'fifth', 'sixth']
    const tries = names.map((app) => [`Alice@${app}`, wrongSecret] as const)
    assert.equal((await tryAll(made.visitor(), tries)).at(-1), 'login-throttled')
  })

  it('security 42: is counted for a name, however it is written, whether or not it is an account’s', async () => {
    for (const names of [
      ['alice', 'Alice', '_alice', 'Alice ', 'User:alice', 'alice', 'Alice'],
      ['nobody', 'Nobody', '_nobody', 'Nobody ', 'User:nobody', 'nobody', 'Nobody'],
    ]) {
      await using made = await stoppedWiki()
      const outcomes = await tryAll(
        made.visitor(),
        names.map((name) => [name, 'wrong'] as const),
      )
      assert.deepEqual(outcomes, [...wrong(5), 'login-throttled', 'login-throttled'])
      assert.deepEqual(await tryAll(made.visitor(), [['NOBODY', 'wrong']]), wrong(1))
    }
  })

  it('security 42: is counted for composed and decomposed letters together', async () => {
    await using made = await stoppedWiki()
    const names = ['Zoë', 'Zoe\u0308', 'zoë', 'zoe\u0308', 'Zoë', 'Zoe\u0308']
    const outcomes = await tryAll(
      made.visitor(),
      names.map((name) => [name, 'wrong'] as const),
    )
    assert.deepEqual(outcomes, [...wrong(5), 'login-throttled'])
  })

  it('security 40: is counted by every rule, and the first that is broken decides', async () => {
    await using made = await comeWithThrottle([
      { count: 2, seconds: 10 },
      { count: 3, seconds: 100 },
    ])
    const visitor = made.visitor()
    assert.deepEqual(await tryAll(visitor, times(3, alice.name, 'wrong')), [
      ...wrong(2),
      'login-throttled',
    ])
    made.clock.pass(10)
    assert.deepEqual(await tryAll(visitor, times(2, alice.name, 'wrong')), [
      'wrongpassword',
      'login-throttled',
    ])
    made.clock.pass(89)
    assert.deepEqual(await tryAll(visitor, times(1, alice.name, 'wrong')), ['login-throttled'])
    made.clock.pass(1)
    assert.deepEqual(await tryAll(visitor, times(1, alice.name, 'wrong')), wrong(1))
  })

  it('security 40: says for how long the broken rule counts', async () => {
    await using made = await stoppedWiki()
    const visitor = made.visitor()
    await tryAll(visitor, times(5, alice.name, 'wrong'))
    const lgtoken = await visitor.token('login')
    const form = { action: 'login', lgname: alice.name, lgpassword: 'wrong', lgtoken }
    const { body } = await visitor.ask(form)
    assert.deepEqual(body.login, {
      result: 'Failed',
      reason: { code: 'login-throttled', key: 'login-throttled', params: [{ duration: 300 }] },
    })
  })

  for (const [what, throttle] of [
    ['there are no rules', []],
    ['the only rule has a count of 0', [{ count: 0, seconds: 300 }]],
  ] as const) {
    it(`is possible without end if ${what}`, async () => {
      await using made = await comeWithThrottle(throttle)
      assert.deepEqual(await tryAll(made.visitor(), times(7, alice.name, 'wrong')), wrong(7))
    })
  }

  it('is counted for an address alone as long as no name or no password is given', async () => {
    await using made = await stoppedWiki()
    const visitor = made.visitor()
    const tries = [...times(3, '', ''), ...times(2, alice.name, ''), ['', 'x'] as const]
    const nobody = Array.from({ length: 5 }, () => 'authmanager-authn-no-primary')
    assert.deepEqual(await tryAll(visitor, tries), [...nobody, 'login-throttled'])
    assert.deepEqual(await tryAll(visitor, times(1, alice.name, 'wrong')), wrong(1))
  })
})
