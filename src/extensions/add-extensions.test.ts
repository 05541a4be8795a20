import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { createWiki } from '../index.ts'

describe('the setting Extensions', () => {
  it('is empty unless it is given: the wiki has no table and no module more than MediaWiki', async () => {
    await using wiki = createWiki()
    assert.deepEqual(wiki.settings.Extensions, [])
    assert.equal(wiki.settings.RateLimits['badoath'], undefined)
    assert.equal(wiki.modules['oathvalidate'], undefined)
    const tables = await wiki.database.introspection.getTables()
    assert.equal(
      tables.some(({ name }) => name === 'oathauth_users'),
      false,
    )
  })

  it('gives the wiki the modules and tables of an extension, and changes the defaults of settings', async () => {
    await using wiki = createWiki({ settings: { Extensions: ['OATHAuth'] } })
    assert.deepEqual(wiki.settings.RateLimits['badoath'], {
      '&can-bypass': false,
      user: [10, 60],
      'user-global': [10, 60],
    })
    assert.notEqual(wiki.modules['oathvalidate'], undefined)
    const tables = await wiki.database.introspection.getTables()
    assert.equal(
      tables.some(({ name }) => name === 'oathauth_users'),
      true,
    )
  })

  it('names the extensions that there are to who asks for another', () => {
    assert.throws(() => createWiki({ settings: { Extensions: ['OAuth'] } as object }), {
      name: 'SettingsError',
      message: /Extensions\.0 must be .*"CentralAuth".*"OATHAuth".*\), not "OAuth"/,
    })
  })
})
