import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { describe, it } from 'node:test'
import { BcryptThread } from './bcrypt-thread.ts'

const setting = '$2y$04$abcdefghijklmnopqrstuu'
const expected = '$2y$04$abcdefghijklmnopqrstuu0CkeIeZLJOlOL1QPPhfXulLNPdFqJBW'

describe('BcryptThread', () => {
  it('answers each of many who ask at once', async () => {
    const thread = new BcryptThread()
    const asked = Array.from({ length: 20 }, (_, index) =>
      thread.hash(index % 2 ? 'ab' : 'xy', setting),
    )
    const answers = await Promise.all(asked)
    assert.ok(answers.every((answer, index) => (answer === expected) === (index % 2 === 1)))
  })

  it('tells everybody who waits when the thread breaks, and then starts another', async () => {
    const thread = new BcryptThread()
    const asked = [thread.hash('ab', 'nonsense'), thread.hash('ab', setting)]
    const answers = await Promise.allSettled(asked)
    assert.deepEqual(
      answers.map(({ status }) => status),
      ['rejected', 'rejected'],
    )
    assert.equal(await thread.hash('ab', setting), expected)
  })

  it('keeps the process alive while somebody waits for it, and no longer', () => {
    const program = `
      import { BcryptThread } from ${JSON.stringify(import.meta.resolve('./bcrypt-thread.ts'))}
      const thread = new BcryptThread()
      await thread.hash('ab', '${setting}')
      console.log(await thread.hash('ab', '${setting}'))`
    const args = ['--input-type=module', '--eval', program]
    const run = spawnSync(process.execPath, args, { timeout: 60_000, encoding: 'utf8' })
    assert.deepEqual([run.status, run.stdout.trim()], [0, expected])
  })
})
