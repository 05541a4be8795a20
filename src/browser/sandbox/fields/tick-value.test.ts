import assert from 'node:assert/strict'
import { it } from 'node:test'
import { tickValue } from './tick-value.ts'

it('a box for all values stands alone', () => {
  const all = '*'
  assert.deepEqual(tickValue(['a'], { value: 'b', isTicked: true, all }), ['a', 'b'])
  assert.deepEqual(tickValue(['a', 'b'], { value: 'a', isTicked: false, all }), ['b'])
  assert.deepEqual(tickValue(['a', 'b'], { value: '*', isTicked: true, all }), ['*'])
  assert.deepEqual(tickValue(['*'], { value: 'a', isTicked: true, all }), ['a'])
  assert.deepEqual(tickValue(['a'], { value: '*', isTicked: true, all: undefined }), ['a', '*'])
})
