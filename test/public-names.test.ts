import assert from 'node:assert/strict'
import { it } from 'node:test'
import * as client from '../src/client/client.ts'
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

it('exports these names of the client', () => {
  assert.deepEqual(Object.keys(client), ['Client', 'ClientError'])
})
