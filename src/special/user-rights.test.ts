import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { PageVisitor } from '../../test/page-visitor.ts'
import { alice, type StoppedWiki, stoppedWiki } from '../../test/stopped-wiki.ts'

const boss = { name: 'Boss', password: 'copper-orchard-seven' } as const
const form = '#mw-userrights-form2'
const saveusergroups = '1'

/** A wiki, and whoever may change all groups, at its pages. */
async function withBoss(groups: readonly string[] = ['bureaucrat']) {
  const stopped = await stoppedWiki()
  await stopped.wiki.createAccount({ ...boss, groups })
  const visitor = stopped.visitor()
  await visitor.logIn(boss.name, boss.password)
  return { stopped, pages: stopped.pages(visitor) }
}

const groupsOf = async ({ wiki }: StoppedWiki, name: string): Promise<unknown> => {
  const url = `http://127.0.0.1:8080/api.php?action=query&list=users&ususers=${name}&usprop=groupmemberships&format=json&formatversion=2`
  const body = Object(await (await wiki.fetch(url)).json())
  return body.query.users[0].groupmemberships
}

const open = (pages: PageVisitor, name: string) => pages.open('Special:UserRights', { user: name })

describe('Special:UserRights', () => {
  it('puts somebody into groups and takes them out, with an end and a reason', async () => {
    const { stopped, pages } = await withBoss()
    await using _ = stopped
    const seen = await open(pages, alice.name)
    assert.deepEqual(seen.fieldsOf(form)['conflictcheck-originalgroups'], ['bot'])
    assert.deepEqual(seen.fieldsOf(form)['wpGroup-bot'], ['1'])

    const saved = await pages.submit(
      seen,
      {
        ...{ 'wpGroup-bot': [], 'wpGroup-sysop': '1', 'wpExpiry-sysop': '1 week' },
        ...{ 'wpGroup-suppress': '1', 'wpExpiry-suppress': 'other', saveusergroups },
        ...{ 'wpExpiry-suppress-other': '2030-01-31', 'user-reason': 'Asked for' },
      },
      form,
    )
    assert.equal(saved.status, 302)
    assert.equal(saved.location, 'http://127.0.0.1:8080/wiki/Special:UserRights/Alice')
    assert.deepEqual(await groupsOf(stopped, alice.name), [
      { group: 'suppress', expiry: '2030-01-31T00:00:00Z' },
      { group: 'sysop', expiry: '2026-01-08T12:00:00Z' },
    ])
    const after = await pages.follow(saved)
    assert.match(after.text('.mw-message-box-success') ?? '', /groups of Alice are saved/)
    assert.deepEqual(after.fieldsOf(form)['wpExpiry-sysop'], ['existing'])
    assert.match(
      after.text('#mw-content-text') ?? '',
      /Administrators \(until 12:00, 8 January 2026\)/,
    )
    const logged = after.text('.mw-logevent-list li')
    assert.match(logged ?? '', /Boss: from Bots to Administrators, Suppressors \(Asked for\)/)
    const again = await open(pages, alice.name)
    assert.equal(again.find('.mw-message-box-success').length, 0)
  })

  it('says at its field what is wrong with an end, and keeps what was typed', async () => {
    const { stopped, pages } = await withBoss()
    await using _ = stopped
    const seen = await open(pages, alice.name)
    const sent = {
      ...{ 'wpGroup-sysop': '1', 'wpExpiry-sysop': 'other', 'wpExpiry-sysop-other': '2001-01-01' },
      ...{ 'wpGroup-suppress': '1', 'wpExpiry-suppress': 'other', saveusergroups },
      ...{ 'wpExpiry-suppress-other': '"><b>', 'user-reason': '<i>' },
    }
    const shown = await pages.submit(seen, sent, form)
    assert.equal(shown.text('#mw-input-wpExpiry-sysop-other-error'), 'This time is over.')
    assert.match(shown.text('#mw-input-wpExpiry-suppress-other-error') ?? '', /no time/)
    const links = shown.find('.mw-message-box-error li a')
    assert.deepEqual(links.map(({ attributes }) => attributes.get('href')).toSorted(), [
      '#mw-input-wpExpiry-suppress-other',
      '#mw-input-wpExpiry-sysop-other',
    ])
    const fields = shown.fieldsOf(form)
    assert.deepEqual(fields['wpExpiry-suppress-other'], ['"><b>'])
    assert.deepEqual(fields['user-reason'], ['<i>'])
    assert.deepEqual(await groupsOf(stopped, alice.name), [{ group: 'bot', expiry: 'infinity' }])
  })

  it('does nothing where somebody else was quicker, nor with the token of another form', async () => {
    const { stopped, pages } = await withBoss()
    await using _ = stopped
    const seen = await open(pages, alice.name)
    const other = await open(pages, boss.name)
    const [wpEditToken = ''] = other.fieldsOf(form)['wpEditToken'] ?? []
    const stale = await pages.submit(seen, { saveusergroups, wpEditToken }, form)
    assert.match(stale.text('.mw-message-box-error') ?? '', /nothing was done/)
    await pages.submit(seen, { 'wpGroup-sysop': '1', saveusergroups }, form)
    const late = await pages.submit(seen, { 'wpGroup-bot': [], saveusergroups }, form)
    assert.match(late.text('.mw-message-box-error') ?? '', /changed these groups meanwhile/)
    assert.deepEqual(late.fieldsOf(form)['conflictcheck-originalgroups'], ['bot,sysop'])
  })

  it('shows groups also to who may change none', async () => {
    const { stopped } = await withBoss()
    await using _ = stopped
    const pages = stopped.pages()
    const seen = await open(pages, alice.name)
    assert.equal(seen.status, 200)
    assert.match(seen.text('#mw-content-text') ?? '', /In these groups: Bots/)
    assert.equal(seen.find(form).length, 0)
  })

  it('asks for a name, and says why it is nobody’s', async () => {
    const { stopped, pages } = await withBoss()
    await using _ = stopped
    const asked = await pages.open('Special:MakeSysop')
    const form1 = await pages.follow(asked)
    assert.deepEqual(form1.fieldsOf('#mw-userrights-form1'), {
      title: ['Special:UserRights'],
      user: [''],
    })
    const said = async (user: string) => (await open(pages, user)).text('.mw-message-box-error')
    assert.equal(await said(''), 'No user was named.')
    assert.match((await said('<b>[[x]]')) ?? '', /no user called "<b>\[\[x\]\]"/)
    assert.equal(await said('#99'), 'This is not the name of a user.')
    assert.match((await said('Alice@other')) ?? '', /other wikis/)
    assert.equal(await said('#1'), undefined)
  })
})
