import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { stoppedWiki } from '../../test/stopped-wiki.ts'

describe('Special:Version', () => {
  it('tells what serves, and as which MediaWiki it answers', async () => {
    await using stopped = await stoppedWiki()
    const page = await stopped.pages().open('Special:Version')
    const software = page.text('#sv-software') ?? ''
    assert.match(software, /Jeton\s*\d+\.\d+\.\d+/)
    assert.match(software, /MediaWiki\s*answers as 1\.39\.\d+/)
    assert.match(software, new RegExp(`Node\\.js\\s*${process.versions.node}`))
    assert.match(page.text('#mw-version-entrypoints-table') ?? '', /api\.php/)
    assert.ok(page.find('#mw-version-library-kysely').length === 1)
    assert.equal(page.find('#sv-other').length, 0)
  })

  it('shows the same below names that no part of it has', async () => {
    await using stopped = await stoppedWiki()
    const page = await stopped.pages().open('Special:Version/constructor')
    assert.equal(page.find('#sv-software').length, 1)
  })

  it('has a page for the licence of each extension that is switched on, and of the server', async () => {
    await using stopped = await stoppedWiki({ settings: { Extensions: ['OATHAuth'] } })
    const pages = stopped.pages()
    const page = await pages.open('Special:Version')
    const [link] = page.find('#mw-version-ext-other-OATHAuth a')
    const license = await pages.get(link?.attributes.get('href') ?? '')
    assert.equal(license.status, 200)
    assert.equal(license.text('#firstHeading'), 'Licence of OATHAuth')
    assert.match(license.text('#mw-content-text') ?? '', /GNU General Public License/)

    const statuses = await Promise.all(
      ['License/MediaWiki', 'license', 'Credits', 'License/CentralAuth', 'Credits/<b>'].map(
        async (part) => (await pages.open(`Special:Version/${part}`)).status,
      ),
    )
    assert.deepEqual(statuses, [200, 200, 200, 404, 404])
  })
})
