import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { Replacements } from './replacements.ts'

const settled = { hasServed: true, livedMilliseconds: 60_000 }
const young = { hasServed: true, livedMilliseconds: 300 }
const stillborn = { hasServed: false, livedMilliseconds: 200 }

describe('Replacements', () => {
  it('come at once for workers that have served for a while, however many', () => {
    const replacements = new Replacements()
    for (let time = 0; time < 20; time++) assert.equal(replacements.after(settled), 0)
  })

  it('come ever later, but always, for workers that die soon after they began to serve', () => {
    const replacements = new Replacements()
    const pauses = Array.from({ length: 20 }, () => replacements.after(young))
    assert.deepEqual(pauses.slice(0, 5), [0, 100, 200, 400, 800])
    assert.equal(pauses.at(-1), 5000)
  })

  it('come no more once five in a row have ended before they could serve', () => {
    const replacements = new Replacements()
    const pauses = Array.from({ length: 5 }, () => replacements.after(stillborn))
    assert.deepEqual(pauses, [0, 100, 200, 400, undefined])
  })

  it('go on for as long as one now and then gets as far as to serve', () => {
    const replacements = new Replacements()
    for (let time = 0; time < 20; time++) {
      assert.notEqual(replacements.after(stillborn), undefined)
      if (time % 3 === 0) replacements.noteServing()
    }
  })

  it('come at once again after one that has served for a while', () => {
    const replacements = new Replacements()
    for (let time = 0; time < 4; time++) replacements.after(young)
    assert.equal(replacements.after(settled), 0)
    assert.equal(replacements.after(young), 0)
  })
})
