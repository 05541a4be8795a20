import assert from 'node:assert/strict'
import { it } from 'node:test'
import { pages } from '../../src/special/pages.ts'
import { pageRows } from './page-rows.ts'

it('every special page has a row in test/browser/page-rows.ts', () => {
  const names = pages.map(({ name }) => name)
  const missing = names.filter((name) => {
    const title = new RegExp(`title=Special:${name}\\b`)
    return !pageRows.some(({ path }) => title.test(path))
  })
  assert.deepEqual(missing, [])
})
