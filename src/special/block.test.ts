import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { alice, type StoppedWiki, stoppedWiki } from '../../test/stopped-wiki.ts'

const sysop = { name: 'Sysop', password: 'copper-orchard-seven' } as const

/** A wiki, and whoever may block others, at its pages. */
async function withSysop(groups: readonly string[] = ['sysop']) {
  const stopped = await stoppedWiki()
  await stopped.wiki.createAccount({ ...sysop, groups })
  const visitor = stopped.visitor()
  await visitor.logIn(sysop.name, sysop.password)
  return { stopped, pages: stopped.pages(visitor) }
}

async function blocksOf({ wiki }: StoppedWiki): Promise<readonly Record<string, unknown>[]> {
  const bkprop = 'user|expiry|reason|flags|restrictions'
  const asked = { action: 'query', list: 'blocks', bkprop, format: 'json', formatversion: '2' }
  const answer = await wiki.fetch(`http://127.0.0.1:8080/api.php?${new URLSearchParams(asked)}`)
  return Object(await answer.json()).query.blocks
}

describe('Special:Block', () => {
  it('blocks whom the form names, as it says', async () => {
    const { stopped, pages } = await withSysop()
    await using _ = stopped
    const seen = await pages.open('Special:Block/Alice')
    assert.deepEqual(seen.fieldsOf('form')['wpPreviousTarget'], ['Alice'])
    const done = await pages.submit(seen, {
      ...{ wpExpiry: '1 week', wpReason: 'Spam', 'wpReason-other': 'in ten pages' },
      ...{ wpDisableEmail: '1', wpAutoBlock: [] },
    })
    assert.equal(done.status, 200)
    assert.equal(done.text('#firstHeading'), 'Blocked')
    const [block, ...others] = await blocksOf(stopped)
    assert.deepEqual(
      [block, ...others],
      [
        {
          ...{ user: 'Alice', expiry: '2026-01-08T12:00:00Z', reason: 'Spam: in ten pages' },
          ...{ automatic: false, anononly: false, nocreate: true, autoblock: false },
          ...{
            noemail: true,
            hidden: false,
            allowusertalk: true,
            partial: false,
            restrictions: [],
          },
        },
      ],
    )
  })

  it('shows a block that there is, and changes it', async () => {
    const { stopped, pages } = await withSysop()
    await using _ = stopped
    const first = await pages.open('Special:Block')
    await pages.submit(first, {
      ...{ wpTarget: '192.0.2.5/24', wpExpiry: 'other', 'wpExpiry-other': '2030-01-31' },
      ...{ wpEditingRestriction: 'partial', wpNamespaceRestrictions: 'User talk\n0' },
      ...{ wpHardBlock: '1', wpDisableUTEdit: '1', 'wpReason-other': 'Noise "><b>' },
    })
    const seen = await pages.open('Special:Block', { wpTarget: '192.0.2.9/24' })
    const { wpEditToken: _token, ...fields } = seen.fieldsOf('form')
    assert.deepEqual(fields, {
      ...{ title: ['Special:Block'], wpTarget: ['192.0.2.0/24'] },
      ...{ wpEditingRestriction: ['partial'], wpPageRestrictions: [''] },
      ...{ wpNamespaceRestrictions: ['0\n3'], wpCreateAccount: ['1'], wpDisableUTEdit: ['1'] },
      ...{
        wpHardBlock: ['1'],
        redirectparams: ['wpTarget=192.0.2.9%2F24'],
        wpPreviousTarget: ['192.0.2.0/24'],
      },
      ...{ wpConfirm: ['1'], 'wpReason-other': ['Noise "><b>'], wpReason: ['other'] },
      ...{ 'wpExpiry-other': ['Thu, 31 Jan 2030 00:00:00 GMT'], wpExpiry: ['other'] },
    })
    const done = await pages.submit(seen, { wpExpiry: 'infinite' })
    assert.equal(done.text('#firstHeading'), 'Blocked')
    const [block] = await blocksOf(stopped)
    assert.deepEqual(
      [block?.['user'], block?.['expiry'], block?.['restrictions']],
      ['192.0.2.0/24', 'infinity', { namespaces: [0, 3] }],
    )
  })

  it('wants it confirmed where somebody is blocked already, or is oneself, or is to be hidden', async () => {
    const { stopped, pages } = await withSysop(['sysop', 'suppress'])
    await using _ = stopped
    const first = await pages.open('Special:Block')
    const form = { wpTarget: 'alice', wpExpiry: 'infinite' }
    await pages.submit(first, form)
    const asked = await pages.submit(first, { ...form, 'wpReason-other': 'changed' })
    assert.match(asked.text('.mw-message-box-error') ?? '', /Alice is blocked already/)
    assert.equal(asked.find('#mw-input-wpConfirm[type=checkbox]').length, 1)
    assert.equal((await blocksOf(stopped))[0]?.['reason'], '')
    const done = await pages.submit(asked, { wpConfirm: '1' })
    assert.equal(done.text('#firstHeading'), 'Blocked')
    assert.equal((await blocksOf(stopped))[0]?.['reason'], 'changed')
    const log = (await pages.open('Special:Block/Alice')).text('.mw-logevent-list')
    assert.match(log ?? '', /block changed: No end \(changed\).*blocked: No end/s)

    const oneself = await pages.submit(first, { ...form, wpTarget: sysop.name })
    assert.match(oneself.text('.mw-message-box-error') ?? '', /about to block yourself/)
    const hide = await pages.submit(first, { ...form, wpHideUser: '1' })
    assert.match(hide.text('.mw-message-box-error') ?? '', /about to hide/)
    assert.equal((await blocksOf(stopped)).length, 1)
  })

  it('says what is wrong at the field where it is', async () => {
    const { stopped, pages } = await withSysop()
    await using _ = stopped
    const seen = await pages.open('Special:Block')
    const good = { wpTarget: 'Alice', wpExpiry: 'infinite' }
    const partial = { ...good, wpEditingRestriction: 'partial' }
    // biome-ignore format: a table
    const rows = [
      { sent: { ...good, wpTarget: '' },                         at: 'mw-bi-target',                       says: /filled in/ },
      { sent: { ...good, wpTarget: 'Nobody "><b>' },             at: 'mw-bi-target',                       says: /address/ },
      { sent: { ...good, wpTarget: 'Nobody' },                   at: 'mw-bi-target',                       says: /no user called "Nobody"/ },
      { sent: { ...good, wpTarget: '10.0.0.0/8' },               at: 'mw-bi-target',                       says: /16/ },
      { sent: { ...good, wpExpiry: 'other' },                    at: 'mw-input-wpExpiry-other',            says: /filled in/ },
      { sent: { ...good, wpExpiry: 'soonish' },                  at: 'mw-input-wpExpiry-other',            says: /no time/ },
      { sent: { ...good, wpExpiry: '2001-01-01' },               at: 'mw-input-wpExpiry-other',            says: /past/ },
      { sent: { ...partial, wpPageRestrictions: '<b>\n' },       at: 'mw-input-wpPageRestrictions',        says: /no page called “<b>”/ },
      { sent: { ...partial, wpNamespaceRestrictions: '3\n77' },  at: 'mw-input-wpNamespaceRestrictions',   says: /no namespace called “77”/ },
      { sent: { ...partial, wpDisableUTEdit: '1' },              at: 'mw-input-wpDisableUTEdit',           says: /own talk page/ },
      { sent: { ...partial, wpCreateAccount: [] },               at: 'mw-input-wpEditingRestriction',      says: /from something/ },
    ]
    for (const { sent, at, says } of rows) {
      const shown = await pages.submit(seen, sent)
      assert.equal(shown.status, 200)
      assert.match(shown.text(`#${at}-error`) ?? '', says)
      assert.match(shown.text('.mw-message-box-error') ?? '', says)
      const [link] = shown.find('.mw-message-box-error li a')
      assert.equal(link?.attributes.get('href'), `#${at}`)
    }
    const stale = await pages.submit(seen, { ...good, wpEditToken: 'x+\\' })
    assert.match(stale.text('.mw-message-box-error') ?? '', /nothing was done/)
    assert.deepEqual(await blocksOf(stopped), [])
  })

  it('is only for who may block, and for nobody who is blocked', async () => {
    const { stopped, pages } = await withSysop()
    await using _ = stopped
    const visitor = stopped.visitor()
    await visitor.logIn(alice.name, alice.password)
    const refused = await stopped.pages(visitor).open('Special:Block')
    assert.deepEqual([refused.status, refused.text('#firstHeading')], [200, 'Not permitted'])

    const seen = await pages.open(`Special:Block/${sysop.name}`)
    await pages.submit(seen, { wpExpiry: 'infinite', wpConfirm: '1' })
    const blocked = await pages.open('Special:Block/Alice')
    assert.match(blocked.text('.permissions-errors') ?? '', /while you are blocked/)
    assert.equal((await pages.open(`Special:Block/${sysop.name}`)).find('#mw-bi-target').length, 1)
  })
})
