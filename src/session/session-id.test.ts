import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { systemRandom } from '../random.ts'
import { isSessionId, makeSessionId } from './session-id.ts'

const at = (time: string) => ({ random: systemRandom, now: new Date(time) })

describe('a session id', () => {
  it('has the form of MediaWiki’s', () => {
    for (const time of [
      '1970-01-01T00:00:00Z',
      '2026-01-01T12:00:00.999Z',
      '2038-01-19T03:14:08Z',
    ]) {
      const id = makeSessionId(at(time))
      assert.match(id, /^[0-9a-v]{32}$/)
      assert.ok(isSessionId(id))
    }
  })

  it('comes after those that were made before', () => {
    const times = ['2026-01-01T12:00:00.000Z', '2026-01-01T12:00:00.032Z', '2026-01-01T12:00:01Z']
    const ids = [...times, '2026-04-01T00:00:00Z'].map((time) => makeSessionId(at(time)))
    assert.deepEqual(ids.toSorted(), ids)
  })

  it('cannot be foreseen by who knows when it was made', () => {
    const ids = Array.from({ length: 1000 }, () => makeSessionId(at('2026-01-01T12:00:00Z')))
    assert.equal(new Set(ids.map((id) => id.slice(0, 6))).size, 1)
    for (let place = 6; place < 32; place++)
      assert.equal(new Set(ids.map((id) => id[place])).size, 32, `${place}`)
    assert.equal(new Set(ids.map((id) => id.slice(6))).size, 1000)
  })

  it('is made of all the chance that there is', () => {
    const random = (count: number) => Buffer.alloc(count, 0xff)
    const id = makeSessionId({ ...at('2026-01-01T12:00:00Z'), random })
    assert.equal(id.slice(6), 'v'.repeat(26))
  })
})
