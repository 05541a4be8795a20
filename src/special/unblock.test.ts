import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { stoppedWiki } from '../../test/stopped-wiki.ts'

const sysop = { name: 'Sysop', password: 'copper-orchard-seven' } as const

/** A wiki with two blocks, and whoever made them, at its pages. */
async function withBlocks() {
  const stopped = await stoppedWiki()
  await stopped.wiki.createAccount({ ...sysop, groups: ['sysop'] })
  const visitor = stopped.visitor()
  await visitor.logIn(sysop.name, sysop.password)
  const token = await visitor.token('csrf')
  const reason = '<i>[[Spam]]'
  await visitor.ask({ action: 'block', user: 'Alice', reason, autoblock: '1', token })
  stopped.clock.pass(1)
  const partial = { partial: '1', namespacerestrictions: '0|3', allowusertalk: '1', nocreate: '1' }
  await visitor.ask({ action: 'block', user: '192.0.2.0/24', anononly: '1', ...partial, token })
  return { stopped, pages: stopped.pages(visitor) }
}

describe('Special:Unblock', () => {
  it('ends a block, which the list of all blocks leads to', async () => {
    const { stopped, pages } = await withBlocks()
    await using _ = stopped
    const list = await pages.open('Special:BlockList', { wpTarget: 'Alice' })
    const [link] = list.find('.mw-blocklist-actions a')
    const asked = await pages.get(link?.attributes.get('href') ?? '')
    assert.deepEqual(asked.fieldsOf('form')['wpTarget'], ['Alice'])
    const done = await pages.submit(asked, { wpReason: 'Sorry' })
    assert.match(done.text('#mw-content-text') ?? '', /Alice is not blocked any more/)
    const again = await pages.submit(asked)
    assert.match(again.text('#mw-input-wpTarget-error') ?? '', /no block of Alice/)
  })

  it('ends one by its number', async () => {
    const { stopped, pages } = await withBlocks()
    await using _ = stopped
    const done = await pages.submit(await pages.open('Special:Unblock', { wpTarget: '#2' }))
    assert.match(done.text('#mw-content-text') ?? '', /#2 is not blocked any more/)
    const list = await pages.open('Special:BlockList')
    assert.equal(list.find('.mw-blocklist tbody tr').length, 1)
  })

  it('says what is wrong at the field where it is', async () => {
    const { stopped, pages } = await withBlocks()
    await using _ = stopped
    const seen = await pages.open('Special:Unblock')
    for (const [wpTarget, says] of [
      ['', /filled in/],
      ['Nobody', /no block of Nobody/],
      ['<b>|', /address/],
      ['#99', /no block of #99/],
    ] as const) {
      const shown = await pages.submit(seen, { wpTarget })
      assert.match(shown.text('#mw-input-wpTarget-error') ?? '', says)
    }
    const stale = await pages.submit(seen, { wpTarget: 'Alice', wpEditToken: '+\\' })
    assert.match(stale.text('.mw-message-box-error') ?? '', /nothing was done/)
  })
})

describe('Special:BlockList', () => {
  it('shows everybody who is blocked, from what and why', async () => {
    const { stopped } = await withBlocks()
    await using _ = stopped
    const page = await stopped.pages().open('Special:BlockList')
    const rows = page.find('.mw-blocklist tbody tr')
    assert.equal(rows.length, 2)
    const text = page.text('.mw-blocklist tbody') ?? ''
    assert.match(text, /192\.0\.2\.0\/24.*some parts:\s*\(Main\)\s*User talk.*not logged in/s)
    assert.match(text, /Alice.*<i>\[\[Spam\]\]/s)
    assert.equal(page.find('.mw-blocklist-actions').length, 0)
  })

  it('finds the blocks of a name, a number, and those that hold for an address', async () => {
    const { stopped } = await withBlocks()
    await using _ = stopped
    const pages = stopped.pages()
    const found = async (wpTarget: string) =>
      (await pages.open('Special:BlockList', { wpTarget })).find('.mw-blocklist tbody tr').length
    const targets = ['alice', '#2', '192.0.2.77', '192.0.2.0/24', 'Nobody', '<b>|', '#99']
    assert.deepEqual(await Promise.all(targets.map(found)), [1, 1, 1, 1, 0, 0, 0])
  })

  it('goes on with older blocks', async () => {
    const { stopped } = await withBlocks()
    await using _ = stopped
    const pages = stopped.pages()
    const first = await pages.open('Special:BlockList', { limit: '1' })
    assert.match(first.text('.mw-blocklist tbody') ?? '', /192\.0\.2\.0/)
    const [next] = first.find('a[rel=next]')
    const second = await pages.get(next?.attributes.get('href') ?? '')
    assert.match(second.text('.mw-blocklist tbody') ?? '', /Alice/)
    assert.equal(second.find('a[rel=next]').length, 0)
  })
})
