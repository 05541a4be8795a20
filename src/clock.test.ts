import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { databaseTime, isoTime, readDatabaseTime } from './clock.ts'

// biome-ignore format: a table
const times = [
  { time: '2026-01-02T03:04:05.678Z',    iso: '2026-01-02T03:04:05Z', digits: '20260102030405' },
  { time: '2024-02-29T23:59:59.999Z',    iso: '2024-02-29T23:59:59Z', digits: '20240229235959' },
  { time: '1969-12-31T23:59:59.001Z',    iso: '1969-12-31T23:59:59Z', digits: '19691231235959' },
  { time: '1000-01-01T00:00:00.000Z',    iso: '1000-01-01T00:00:00Z', digits: '10000101000000' },
  { time: '0999-12-31T00:00:00.000Z',    iso: '0999-12-31T00:00:00Z', digits: '09991231000000' },
  { time: '9999-12-31T23:59:59.999Z',    iso: '9999-12-31T23:59:59Z', digits: '99991231235959' },
] as const

describe('a time', () => {
  for (const { time, iso, digits } of times) {
    it(`is spelled in both ways: ${time}`, () => {
      assert.equal(isoTime(new Date(time)), iso)
      assert.equal(databaseTime(new Date(time)), digits)
      assert.equal(readDatabaseTime(digits)?.getTime(), Date.parse(iso))
    })
  }

  it('that is none has no spelling', () => {
    assert.throws(() => isoTime(new Date(Number.NaN)), RangeError)
    assert.throws(() => databaseTime(new Date(Number.NaN)), RangeError)
  })
})
