import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readSettings } from '../settings/settings.ts'
import { secondFactorStore } from './second-factor-store.ts'
import { openSqlite } from './sqlite/open-sqlite.ts'

const settings = readSettings({ Extensions: ['OATHAuth'] })
const factor = { secret: 'JBSWY3DPEHPK3PXP', recoveryCodes: ['AAAA', 'BBBB'] }
const later = new Date('2126-01-01T00:00:00Z')

function open() {
  const storage = openSqlite(':memory:', { extensions: settings.Extensions })
  const store = secondFactorStore(storage, settings)
  return { store, ...storage, [Symbol.asyncDispose]: () => storage.close() }
}

describe('secondFactorStore', () => {
  it('keeps what the extension keeps', async () => {
    await using opened = open()
    await opened.store.save(7, factor)
    const [row] = await opened.database
      .withTables<{ oathauth_users: { id: number; module: string; data: string } }>()
      .selectFrom('oathauth_users')
      .selectAll()
      .execute()
    assert.deepEqual(
      { ...row },
      {
        ...{ id: 7, module: 'totp' },
        data: '{"keys":[{"secret":"JBSWY3DPEHPK3PXP","scratch_tokens":["AAAA","BBBB"]}]}',
      },
    )
  })

  it('finds, replaces and removes the second factor of one account', async () => {
    await using opened = open()
    const { store } = opened
    assert.equal(await store.find(7), undefined)
    await store.save(7, { ...factor, secret: 'OTHER' })
    await store.save(7, factor)
    await store.save(8, { ...factor, secret: 'EIGHT' })
    assert.deepEqual(await store.find(7), factor)
    assert.deepEqual([await store.remove(7), await store.remove(7)], [true, false])
    assert.equal(await store.find(7), undefined)
    assert.equal((await store.find(8))?.secret, 'EIGHT')
  })

  it('lets one of many who come at once use a recovery code', async () => {
    await using opened = open()
    const { store } = opened
    await store.save(7, factor)
    const used = await Promise.all(
      Array.from({ length: 20 }, () => store.useRecoveryCode(7, 'AAAA')),
    )
    assert.equal(used.filter(Boolean).length, 1)
    assert.deepEqual((await store.find(7))?.recoveryCodes, ['BBBB'])
    assert.equal(await store.useRecoveryCode(7, 'CCCC'), false)
    assert.equal(await store.useRecoveryCode(8, 'BBBB'), false)
  })

  it('lets one of many who come at once use a period, and nobody an earlier one', async () => {
    await using opened = open()
    const { store } = opened
    const used = await Promise.all(Array.from({ length: 20 }, () => store.usePeriod(7, 100, later)))
    assert.equal(used.filter(Boolean).length, 1)
    const next = [99, 100, 101, 100].map((period) => () => store.usePeriod(7, period, later))
    const answers: boolean[] = []
    for (const use of next) answers.push(await use())
    assert.deepEqual(answers, [false, false, true, false])
    assert.equal(await store.usePeriod(8, 100, later), true)
  })
})
