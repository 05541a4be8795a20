import assert from 'node:assert/strict'
import { it } from 'node:test'
import * as library from '../src/index.ts'

it('exports these names, and takes none of them back', () => {
  assert.deepEqual(Object.keys(library), [
    'ApiError',
    'CannotCreate',
    'SettingsError',
    'createWiki',
    'defineModule',
    'defineQuery',
    'defineQueryModule',
    'modules',
    'ownMessage',
    'queryModules',
    'serve',
    'textOf',
  ])
})
