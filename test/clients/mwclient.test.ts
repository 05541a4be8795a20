import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { startServer } from '../running-server.ts'
import { findPython } from '../samples/interpreters.ts'
import { runClient } from './run-client.ts'

const server = await startServer()
after(() => server[Symbol.asyncDispose]())

const { command, skip } = await findPython('mwclient')
const program = join(import.meta.dirname, 'with-mwclient.py')

describe('mwclient', () => {
  it('logs in with a bot password, takes a good token, and logs out by a raw call', {
    skip,
  }, async () => {
    const seen = await runClient(command, program, server, server.botPassword)
    assert.deepEqual(seen, [server.user, 'valid', 'anonymous'])
  })

  it('says that a login failed, and why', { skip }, async () => {
    const [seen = ''] = await runClient(command, program, server, 'wrong')
    assert.match(seen, /^LoginError: Failed - Incorrect user ?name or password/)
  })
})
