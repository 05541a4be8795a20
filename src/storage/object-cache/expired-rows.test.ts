import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type StoppedWiki, stoppedWiki } from '../../../test/stopped-wiki.ts'

const countRows = async ({ wiki }: StoppedWiki) =>
  (await wiki.database.selectFrom('objectcache').select('keyname').execute()).length

describe('visitors who come once', () => {
  it('leave no more behind than an hour’s worth of them', async () => {
    await using made = await stoppedWiki()
    const counts: number[] = []
    for (let hour = 0; hour < 5; hour++) {
      for (let visit = 0; visit < 200; visit++) await made.visitor().token('login')
      counts.push(await countRows(made))
      made.clock.pass(3601)
    }
    assert.ok(Math.max(...counts) <= 400, `${counts}`)
    assert.ok((counts.at(-1) ?? 0) <= (counts.at(1) ?? 0), `${counts}`)
  })

  it('take nothing from who is still there', async () => {
    await using made = await stoppedWiki()
    const early = Array.from({ length: 60 }, () => made.visitor())
    const tokens = await Promise.all(early.map((visitor) => visitor.token('login')))
    made.clock.pass(1700)
    for (let visit = 0; visit < 120; visit++) await made.visitor().token('login')
    for (const [index, visitor] of early.entries())
      assert.equal(await visitor.check('login', tokens[index] ?? ''), 'valid')
  })

  it('leave nothing at all behind if they ask for nothing that needs a session', async () => {
    await using made = await stoppedWiki()
    for (let visit = 0; visit < 200; visit++) await made.visitor().token('csrf')
    assert.equal(await countRows(made), 0)
  })
})
