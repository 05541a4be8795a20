import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { startServer } from '../running-server.ts'
import { findPerl } from '../samples/interpreters.ts'
import { runClient } from './run-client.ts'

const server = await startServer()
after(() => server[Symbol.asyncDispose]())

const { command, skip } = await findPerl('MediaWiki::API')
const program = join(import.meta.dirname, 'with-mediawiki-api.pl')

describe('MediaWiki::API', () => {
  it('logs in with a bot password, takes a good token, and logs out by a raw call', {
    skip,
  }, async () => {
    const seen = await runClient(command, program, server, server.botPassword)
    assert.deepEqual(seen, [server.user, 'valid', 'anonymous'])
  })

  it('says that a login failed', { skip }, async () => {
    const seen = await runClient(command, program, server, 'wrong')
    assert.deepEqual(seen, ['Login Failure - Failed'])
  })
})
