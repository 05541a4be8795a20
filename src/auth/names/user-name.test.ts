import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { readSettings } from '../../settings/settings.ts'
import { answers } from './user-name.answers.ts'
import {
  canonicalUserName,
  isCreatableUserName,
  isUsableUserName,
  isValidUserName,
} from './user-name.ts'

/** Names at the limits of 235 and 255 bytes, with what MediaWiki makes of them. */
// biome-ignore format: a table
const lengths = [
  { given: 'x'.repeat(235),            name: `X${'x'.repeat(234)}`,  creatable: true },
  { given: 'x'.repeat(236),            name: `X${'x'.repeat(235)}`,  creatable: false },
  { given: 'x'.repeat(255),            name: `X${'x'.repeat(254)}`,  creatable: false },
  { given: `User:${'x'.repeat(255)}`,  name: `X${'x'.repeat(254)}`,  creatable: false },
  { given: `${'é'.repeat(127)}x`,      name: `É${'é'.repeat(126)}x`, creatable: false },
  { given: `${'_'.repeat(300)}x`,      name: 'X',                    creatable: true },
  { given: 'x'.repeat(256),            name: undefined,              creatable: false },
  { given: 'é'.repeat(128),            name: undefined,              creatable: false },
]

/** Where we differ from a real MediaWiki, or cannot ask it; behind each, what becomes of it there. */
// biome-ignore format: a table
const differences: readonly (readonly [string, string | undefined])[] = [
  ['',            undefined],       // not asked
  ['A\ud83d',     undefined],       // cannot be sent
  ['A\x01b',      undefined],       // is sent on as U+FFFD, and refused
  ['e\u0301a',    'Éa'],            // the same: what is sent is normalized first
  ['wikipedia:x', 'Wikipedia:x'],   // refused, because its table of interwiki prefixes has this one
  ['Oracle:x',    'Oracle:x'],      // refused, because the wiki itself has this name
]

const settings = readSettings({})

describe('canonicalUserName', () => {
  for (const [given, name] of answers) {
    it(`understands ${JSON.stringify(given)} as MediaWiki does: ${name ?? 'nobody'}`, () => {
      assert.equal(canonicalUserName(given), name)
    })
  }

  for (const [given, name] of differences) {
    it(`understands ${JSON.stringify(given)} as ${name ?? 'nobody'}`, () => {
      assert.equal(canonicalUserName(given), name)
    })
  }

  for (const { given, name } of lengths) {
    it(`knows how long ${given.slice(0, 8)}… with ${Buffer.byteLength(given)} bytes may be`, () => {
      assert.equal(canonicalUserName(given), name)
    })
  }

  it('leaves a name that it has made as it is', () => {
    const parts = fc.constantFrom(
      'User:',
      'talk:',
      ' ',
      '_',
      ':',
      '.',
      '/',
      '&amp;',
      'é',
      'ß',
      'x',
      '1.2.3.',
      '\u200e',
    )
    const given = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(parts).map((all) => all.join('')),
    )
    const property = fc.property(given, (text) => {
      const name = canonicalUserName(text)
      if (name !== undefined) assert.equal(canonicalUserName(name), name)
      if (name !== undefined) assert.ok(isValidUserName(name))
    })
    fc.assert(property, { numRuns: 2000 })
  })

  it('does not take minutes for what cannot be a name', () => {
    for (const piece of ['\u0301\u0323', '&', '&a', '_ ', ':', './', '\u200e', '1:', '%4']) {
      assert.equal(canonicalUserName(piece.repeat(500_000)), undefined)
    }
  })
})

describe('isValidUserName', () => {
  it('finds exactly the canonical forms valid', () => {
    for (const [given, name] of answers) {
      assert.equal(isValidUserName(given), given === name, given)
      if (name !== undefined) assert.ok(isValidUserName(name), name)
    }
  })

  it('finds no name valid in the namespace of users', () => {
    assert.equal(isValidUserName('User:Admin'), false)
    assert.equal(isValidUserName(':Admin'), false)
  })
})

describe('isUsableUserName', () => {
  it('keeps the names under which MediaWiki itself writes from being used to log in', () => {
    for (const [given, , fate] of answers) {
      const name = canonicalUserName(given)
      if (name !== undefined) assert.equal(isUsableUserName(name), fate !== 'reserved', name)
    }
  })
})

describe('isCreatableUserName', () => {
  it('lets new accounts have the names that MediaWiki lets them have', () => {
    for (const [given, , fate] of answers) {
      const name = canonicalUserName(given)
      if (name !== undefined)
        assert.equal(isCreatableUserName(name, settings), fate === 'creatable', name)
    }
  })

  it('leaves room for subpages', () => {
    for (const { given, creatable } of lengths) {
      const name = canonicalUserName(given)
      assert.equal(name !== undefined && isCreatableUserName(name, settings), creatable)
    }
  })
})
