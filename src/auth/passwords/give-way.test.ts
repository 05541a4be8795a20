import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { getPriority } from 'node:os'
import { describe, it } from 'node:test'
import { hashPassword } from './passwords.ts'

const tasks = '/proc/self/task'

describe('hashing', () => {
  it('gives way to who answers, thread by thread', {
    skip: process.platform !== 'linux' && 'threads have priorities of their own on Linux only',
  }, async () => {
    await hashPassword('correct horse battery staple')
    const threads = readdirSync(tasks).map((id) => ({
      name: readFileSync(`${tasks}/${id}/comm`, 'utf8').trim(),
      priority: getPriority(Number(id)),
    }))
    const pool = threads.filter(({ name }) => name === 'libuv-worker')
    const usual = getPriority(process.pid)
    assert.ok(pool.length > 0)
    for (const { priority } of pool) assert.equal(priority, 10)
    assert.ok(usual < 10, String(usual))
  })
})
