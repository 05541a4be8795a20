import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { factsOf } from '../facts.ts'
import type { ParamInfo } from '../module-info.ts'
import { fieldKind } from './field-kind.ts'

/** How a parameter is filled in, and which sentences tell of it. */
// biome-ignore format: a table
const ways: readonly (readonly [info: Omit<ParamInfo, 'name'>, kind: string, facts: readonly string[]])[] = [
  [{ type: 'string' },                                       'text',      []],
  [{ type: 'string', maxbytes: 255, maxchars: 200 },         'text',      ['maxbytes 255', 'maxchars 200']],
  [{ type: 'text' },                                         'area',      []],
  [{ type: 'password', sensitive: true },                    'password',  []],
  [{ type: 'boolean', default: false },                      'box',       []],
  [{ type: 'integer', min: 1, max: 500 },                    'number',    ['range 1 500']],
  [{ type: 'integer', min: 0, default: 10 },                 'number',    ['min 0', 'default 10']],
  [{ type: 'limit', min: 1, max: 500, highmax: 5000 },       'limit',     ['range-high 1 500 5000']],
  [{ type: 'integer', multi: true, limit: 50 },              'lines',     ['lines 50']],
  [{ type: ['a', 'b'], default: 'a' },                       'choice',    ['default a']],
  [{ type: ['a', 'b', 'c'], multi: true, limit: 2 },         'choices',   ['most 2']],
  [{ type: [], multi: true, limit: 50 },                     'lines',     []],
  [{ type: 'title', multi: true, limit: 10 },                'lines',     ['type-title', 'lines 10']],
  [{ type: 'user', subtypes: ['name', 'ip'] },               'text',      ['type-user name, ip']],
  [{ type: 'timestamp' },                                    'timestamp', ['type-timestamp']],
  [{ type: 'expiry', default: 'infinite' },                  'text',      ['type-expiry', 'default infinite']],
  [{ type: 'of a later wiki' },                              'text',      []],
]

describe('a field', () => {
  for (const [info, kind, facts] of ways) {
    it(`is ${kind} for ${JSON.stringify(info)}`, () => {
      const param = { name: 'x', ...info }
      assert.equal(fieldKind(param), kind)
      const told = factsOf(param).map((fact) => fact.join(' ').replace('pages-sandbox-', ''))
      assert.deepEqual(told, facts)
    })
  }
})
