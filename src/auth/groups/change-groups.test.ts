import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { changeGroups } from './change-groups.ts'
import type { MembershipStore } from './membership-store.ts'

const now = new Date('2026-01-01T12:00:00Z')
const none: ReadonlySet<string> = new Set()

/** Alice is a bot, and that is not to be changed. */
const memberships: MembershipStore = {
  of: async () => [{ group: 'bot', expires: undefined }],
  count: () => Promise.reject(new Error('Cannot count')),
  change: () => Promise.reject(new Error('Cannot write')),
}
const alice = { id: 1, name: 'Alice' }

describe('changing groups', () => {
  it('keeps nobody else from writing where nothing may be changed', async () => {
    const wishes = { add: [{ group: 'sysop', expires: undefined }], remove: ['bot'] }
    const sources = { memberships, now }
    const { added, removed, before, after } = await changeGroups(
      alice,
      wishes,
      { add: new Set(['bot']), remove: none },
      sources,
    )
    assert.deepEqual([added.size, removed.size], [0, 0])
    assert.deepEqual([...after], [...before])
    const allowed = { add: new Set(['sysop']), remove: none }
    await assert.rejects(changeGroups(alice, wishes, allowed, sources), /Cannot write/)
  })
})
