import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { ApiError } from '../result/api-error.ts'
import { checkAtLeastOne, checkAtMostOne, checkOneOf } from './check-given.ts'

const text = { type: 'string' } as const
const owner = {
  path: 'query+list',
  prefix: 'li',
  params: { a: text, b: text, c: { type: 'boolean' } },
} as const
const names = ['c', 'b', 'a']

/** Which error somebody hears, and of which parameters, who gives these. */
// biome-ignore format: a table
const rows = [
  { check: checkOneOf,      given: {},                   hears: 'missingparam',    about: ['lic', 'lib', 'lia'] },
  { check: checkOneOf,      given: { a: '' },            hears: undefined,         about: [] },
  { check: checkOneOf,      given: { a: 'x', c: false }, hears: undefined,         about: [] },
  { check: checkOneOf,      given: { b: 'x', a: 'x' },   hears: 'invalidparammix', about: ['lia', 'lib'] },
  { check: checkOneOf,      given: { c: true, a: 'x' },  hears: 'invalidparammix', about: ['lia', 'lic'] },
  { check: checkAtMostOne,  given: {},                   hears: undefined,         about: [] },
  { check: checkAtMostOne,  given: { c: true, b: '' },   hears: 'invalidparammix', about: ['lib', 'lic'] },
  { check: checkAtLeastOne, given: { c: false },         hears: 'missingparam',    about: ['lic', 'lib', 'lia'] },
  { check: checkAtLeastOne, given: { a: '', b: '' },     hears: undefined,         about: [] },
]

describe('checks of what was given', () => {
  for (const { check, given, hears, about } of rows) {
    it(`${check.name} answers ${hears ?? 'nothing'} to ${JSON.stringify(given)}`, () => {
      const error = errorOf(() => check(owner, given, names))
      assert.equal(error?.problem.code, hears)
      if (error === undefined) return

      const list = about.map((name) => `<var>${name}</var>`)
      assert.equal(error.problem.module, 'query+list')
      assert.deepEqual(error.problem.message.params, [{ list, type: 'text' }, about.length])
    })
  }
})

function errorOf(check: () => void): ApiError | undefined {
  try {
    check()
  } catch (error) {
    // A test wants to look at it.
    if (error instanceof ApiError) return error
    throw error
  }
  return undefined
}
