import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { systemRandom } from '../random.ts'
import { Session } from './session.ts'
import { cookieProvider } from './session-providers.ts'
import { readKnownRecord, readSessionRecord, writeSessionRecord } from './session-record.ts'

const alice = { id: 1, name: 'Alice', token: '0'.repeat(32) }
const id = 'x'.repeat(32)
const origin = { random: systemRandom, now: new Date() }
const bytes = writeSessionRecord({
  data: new Map([['wsTokenSecrets', new Map([['default', '1'.repeat(32)]])]]),
  metadata: {
    ...{ provider: cookieProvider, providerMetadata: null, userId: 1, userName: 'Alice' },
    ...{ userToken: null, remember: false, forceHTTPS: false, expires: 2e9, loggedOut: 0 },
    persisted: true,
  },
})

/** All that a request can do to its session. */
const changes: Readonly<Record<string, (session: Session) => void>> = {
  'keeps something': (session) => session.keep('key', 'value'),
  'takes something out': (session) => session.keep('wsTokenSecrets', undefined),
  'makes a secret': (session) => session.tokenSecret('login'),
  'logs somebody in': (session) => session.logIn(alice, { remember: true, seconds: 1 }),
  'is reissued': (session) => session.reissue(alice),
  ends: (session) => session.end(),
}

describe('a stored session', () => {
  it('is read once, as long as its bytes are the same object', () => {
    assert.equal(readKnownRecord(bytes), readKnownRecord(bytes))
    assert.deepEqual(readKnownRecord(bytes), readSessionRecord(bytes))
    assert.notEqual(readKnownRecord(bytes), readKnownRecord(Buffer.from(bytes)))
  })

  for (const [what, change] of Object.entries(changes)) {
    it(`is for other requests what it was when one ${what}`, () => {
      const stored = readKnownRecord(bytes)
      assert.ok(stored)
      const session = new Session({ id, kind: 'cookie', user: alice, stored }, origin)
      change(session)
      assert.ok(session.changed)
      assert.deepEqual(readKnownRecord(bytes), readSessionRecord(bytes))
    })
  }
})

describe('a new session', () => {
  it('has one id, however often it is asked for', () => {
    const session = new Session({ kind: 'cookie' }, origin)
    assert.match(session.id, /^[0-9a-v]{32}$/)
    assert.equal(session.id, session.id)
  })
})
