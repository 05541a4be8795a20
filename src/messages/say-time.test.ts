import assert from 'node:assert/strict'
import { it } from 'node:test'
import { sayTime } from './say-time.ts'

it('says a time as each language orders it', () => {
  const time = new Date('2026-11-22T07:18:59Z')
  assert.equal(sayTime(time, 'en'), '07:18, 22 November 2026')
  assert.equal(sayTime(time, 'fr'), '22 novembre 2026 à 07:18')
  assert.equal(sayTime(time, 'fr-ca'), '22 novembre 2026 à 07:18')
})
