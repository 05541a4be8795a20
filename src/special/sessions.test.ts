import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { PageVisitor, type SeenPage } from '../../test/page-visitor.ts'
import { alice, type StoppedWiki, stoppedWiki } from '../../test/stopped-wiki.ts'
import type { Visitor } from '../../test/visitor.ts'

const title = 'Special:Sessions'

/** Somebody whose browser is remembered, twice, one who is not, and a program; and who asks. */
async function comeIn(made: StoppedWiki) {
  const [asking, one, two, passing, program] = Array.from({ length: 5 }, () => made.visitor())
  if (!asking || !one || !two || !passing || !program) throw new Error('Cannot come in')
  for (const visitor of [asking, one, two]) await visitor.logIn(alice.name, alice.password)
  const forget = { 'X-Test-Config': '{"ExtendedLoginCookieExpiration":0}' }
  const lgtoken = await passing.token('login')
  const form = { action: 'login', lgname: alice.name, lgpassword: alice.password, lgtoken }
  await passing.ask(form, { ...forget, 'user-agent': 'Passing/1.0' })
  await program.logIn(alice.botName, alice.botPassword)
  return { visitors: { asking, one, two, passing, program }, pages: made.pages(asking) }
}

async function whoIsHere(visitors: Readonly<Record<string, Visitor>>): Promise<readonly string[]> {
  const here: string[] = []
  for (const [name, visitor] of Object.entries(visitors))
    if ((await visitor.whoAmI()) === alice.name) here.push(name)
  return here
}

/** The handle of the session in whose row a text stands. */
function handleOf(page: SeenPage, text: RegExp): string {
  const head = page.find('tbody th span[id]').find((each) => text.test(JSON.stringify(each)))
  return head?.attributes.get('id')?.replace('session-', '') ?? ''
}

async function end(pages: PageVisitor, wpEnd: string): Promise<SeenPage> {
  const asked = await pages.submit(await pages.open(title), { wpEnd }, '#jeton-sessions')
  return pages.submit(asked)
}

describe('Special:Sessions', () => {
  it('lists what has the account in use, and marks the session that asks', async () => {
    await using made = await stoppedWiki()
    const { pages } = await comeIn(made)
    const seen = await pages.open(title)
    const heads = seen.find('tbody th')
    assert.equal(heads.length, 5)
    const text = seen.text('tbody') ?? ''
    assert.equal(text.match(/this session/g)?.length, 1)
    assert.match(text, /bot password sweeper/)
    assert.match(text, /Passing\/1\.0/)
    assert.equal(text.match(/Browser that is remembered/g)?.length, 3)
    assert.equal(seen.find('tbody time').length, 15)
    assert.match(seen.headers.get('cache-control') ?? '', /no-store/)
    // An id would let its reader in.
    assert.ok(!seen.html.includes(pages.jar.find('wiki_session') ?? ''))
  })

  /** Which button is pressed, and who is still there afterwards. */
  // biome-ignore format: a table
  const rows = [
    { row: /Passing/,  ends: 1, here: ['asking', 'one', 'two', 'program'] },
    { row: /sweeper/,  ends: 1, here: ['asking', 'one', 'two', 'passing'] },
    { word: 'others',  ends: 4, here: ['asking'] },
    { word: 'all',     ends: 5, here: [] },
    { row: /this session/, ends: 1, here: ['one', 'two', 'passing', 'program'] },
  ]
  for (const { row, word, ends, here } of rows) {
    it(`ends ${word ?? row}, after it has asked`, async () => {
      await using made = await stoppedWiki()
      const { visitors, pages } = await comeIn(made)
      const wpEnd = word ?? handleOf(await pages.open(title), row ?? /./)
      const asked = await pages.submit(await pages.open(title), { wpEnd }, '#jeton-sessions')
      assert.equal(asked.find('form li').length, ends)
      assert.equal((await whoIsHere(visitors)).length, 5)

      const done = await pages.submit(asked)
      assert.match(done.text('.cdx-message') ?? '', new RegExp(`^${ends} session`))
      assert.deepEqual(await whoIsHere(visitors), here)
    })
  }

  it('says beforehand that remembered browsers are forgotten together', async () => {
    await using made = await stoppedWiki()
    const { visitors, pages } = await comeIn(made)
    const listed = await made.pages(visitors.one).open(title)
    const wpEnd = handleOf(listed, /this session/)
    const asked = await pages.submit(await pages.open(title), { wpEnd }, '#jeton-sessions')
    assert.equal(asked.find('form li').length, 2)
    assert.match(asked.text('form') ?? '', /forgotten together/)
    await pages.submit(asked)
    assert.deepEqual(await whoIsHere(visitors), ['asking', 'passing', 'program'])
  })

  it('security 12, 13: ends nothing without a token, while the wiki is read-only, or what is another’s', async () => {
    await using made = await stoppedWiki()
    await made.wiki.createAccount({ name: 'Bob', password: 'granite-whisper-lamp' })
    const bob = made.visitor()
    await bob.logIn('Bob', 'granite-whisper-lamp')
    const { visitors, pages } = await comeIn(made)
    const form = await pages.open(title)
    const wpEnd = handleOf(form, /sweeper/)
    const confirmed = { wpEnd, wpConfirm: '1' }
    const notice = async (page: Promise<SeenPage>) => (await page).text('.cdx-message')
    const press = (changes: Readonly<Record<string, string>>, who = pages, from = form) =>
      notice(who.submit(from, { ...confirmed, ...changes }, '#jeton-sessions'))
    assert.match((await press({ wpEditToken: '+\\' })) ?? '', /nothing was done/)
    assert.match((await press({ wpEditToken: '' })) ?? '', /nothing was done/)
    assert.match((await press({ wpEnd: 'mellow' })) ?? '', /ended already/)
    const readOnly = new PageVisitor(
      (request) => {
        request.headers.set('x-test-config', '{"ReadOnly":"moving"}')
        return made.wiki.fetch(request)
      },
      { jar: pages.jar },
    )
    assert.match((await press({}, readOnly)) ?? '', /read-only/)
    const others = made.pages(bob)
    assert.match((await press({}, others, await others.open(title))) ?? '', /ended already/)
    assert.equal((await whoIsHere(visitors)).length, 5)
  })

  it('sends who is not logged in to the login, and programs as well', async () => {
    await using made = await stoppedWiki()
    const { visitors } = await comeIn(made)
    for (const pages of [made.pages(), made.pages(visitors.program)]) {
      const seen = await pages.open(title)
      assert.equal(seen.status, 302)
      assert.match(seen.location ?? '', /Special:UserLogin&returnto=Special%3ASessions/)
    }
  })

  it('shows a session that has only just begun, by the cookies of a remembered browser', async () => {
    await using made = await stoppedWiki()
    const visitor = made.visitor()
    await visitor.logIn(alice.name, alice.password)
    visitor.jar.remove('wiki_session')
    const pages = made.pages(visitor)
    const [first, again] = [await pages.open(title), await pages.open(title)]
    assert.match(first.text('tbody') ?? '', /this session/)
    assert.equal(first.find('tbody tr').length, 2)
    assert.deepEqual(again.find('tbody time'), first.find('tbody time'))
  })

  it('shows the hundred that were used last, of a program that logs in again and again', async () => {
    await using made = await stoppedWiki()
    const { visitors, pages } = await comeIn(made)
    made.clock.pass(120)
    // A browser that is remembered and sends no session gets another each time.
    for (let time = 0; time < 100; time++) {
      const browser = visitors.one.copy()
      browser.jar.remove('wiki_session')
      await browser.whoAmI()
    }
    const seen = await pages.open(title)
    assert.equal(seen.find('tbody tr').length, 100)
    assert.match(seen.text('tbody') ?? '', /this session/)
    assert.match(seen.text('#jeton-sessions > p') ?? '', /There are more/)
    const asked = await pages.submit(seen, { wpEnd: 'others' }, '#jeton-sessions')
    assert.match(asked.text('form') ?? '', /And 4 more/)
    const done = await pages.submit(asked)
    assert.match(done.text('.cdx-message') ?? '', /^104 sessions/)
  })

  it('says that there is nothing to end but what browsers remember', async () => {
    await using made = await stoppedWiki()
    const visitor = made.visitor()
    await visitor.logIn(alice.name, alice.password)
    const pages = made.pages(visitor)
    const asked = await pages.submit(
      await pages.open(title),
      { wpEnd: 'others' },
      '#jeton-sessions',
    )
    assert.match(asked.text('form') ?? '', /no other session/)
    assert.equal(asked.find('main ul').length, 0)
  })

  it('shows agents as text', async () => {
    await using made = await stoppedWiki()
    const { visitors, pages } = await comeIn(made)
    made.clock.pass(120)
    const agent = '<img src=x onerror=alert(1)>'
    await visitors.one.ask({ action: 'query', meta: 'userinfo' }, { 'user-agent': agent })
    const seen = await pages.open(title)
    assert.ok(!seen.html.includes('<img'))
    assert.match(seen.text('tbody') ?? '', /<img src=x/)
  })

  it('ends others though one of them is asked again meanwhile', async () => {
    await using made = await stoppedWiki()
    const { visitors, pages } = await comeIn(made)
    await Promise.all([end(pages, 'others'), whoIsHere(visitors)])
    assert.deepEqual(await whoIsHere(visitors), ['asking'])
  })
})
