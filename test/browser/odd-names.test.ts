import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import { hostileStrings } from '../security/hostile-strings.ts'
import { oddNames } from '../security/odd-names.ts'
import { Visitor } from '../visitor.ts'
import { noChromium } from './chromium.ts'
import { findOverflow } from './find-overflow.ts'
import { alice, openSite, theo } from './site.ts'
import type { Tab } from './tab.ts'

const password = 'mellow-lantern-quarry'

describe('a page that shows', { skip: noChromium }, async () => {
  const site = await openSite({ settings: { RateLimits: {}, PasswordAttemptThrottle: [] } })
  after(() => site[Symbol.asyncDispose]())

  for (const name of oddNames) await site.wiki.createAccount({ name, password })

  for (const name of oddNames) {
    it(`security 30, 37: the name ${JSON.stringify(name).slice(0, 40)} shows a name, apart from what stands around it`, async () => {
      await using tab = await site.open({ as: { name, password } })
      await tab.page.setViewportSize({ width: 320, height: 800 })
      await tab.go('/index.php?title=Special:Tokens')
      await assertHarmless(tab)
    })
  }

  it('security 30, 37: somebody else', async () => {
    await using tab = await site.open({ as: theo })
    await tab.page.setViewportSize({ width: 320, height: 800 })
    for (const name of oddNames) {
      await tab.go(`/index.php?title=Special:UserRights&user=${encodeURIComponent(name)}`)
      await assertHarmless(tab)
    }
  })

  it('security 30, 37: who is blocked, and why', async () => {
    const visitor = new Visitor(site.wiki.fetch, `${site.url}/api.php`)
    await visitor.logIn(theo.name, theo.password)
    const token = await visitor.token('csrf')
    for (const [at, reason] of hostileStrings.entries()) {
      const user = oddNames[at] ?? `192.0.2.${at}`
      const { error } = await visitor.ask({ action: 'block', user, reason, expiry: '1 day', token })
      assert.equal(error, undefined)
    }
    await using tab = await site.open({ as: theo })
    await tab.page.setViewportSize({ width: 320, height: 800 })
    await tab.go('/index.php?title=Special:BlockList&limit=500')
    assert.match(await tab.page.locator('main').innerText(), /onmouseover/)
    await assertHarmless(tab)
  })

  it('security 30, 37: what programs and browsers call themselves', async () => {
    for (const userAgent of hostileStrings.filter((text) => /^[ -~]+$/.test(text)).slice(0, 6)) {
      await using tab = await site.open({ as: alice, userAgent })
      await tab.go('/index.php?title=Main_Page')
    }
    const short = hostileStrings.filter((text) => Buffer.byteLength(text) <= 32)
    for (const appId of short.filter((_, at) => at % 3 === 0)) {
      const botPassword = '0123456789abcdefghijklmnopqrstuv'
      const made = site.wiki.createBotPassword({
        ...{ user: alice.name, appId, password: botPassword, grants: ['basic'] },
      })
      // Not everything can be the name of one.
      const login = await made.catch(() => undefined)
      if (login === undefined) continue
      const program = new Visitor(site.wiki.fetch, `${site.url}/api.php`)
      await program.logIn(`${alice.name}@${appId}`, botPassword)
    }
    await using tab = await site.open({ as: alice })
    await tab.page.setViewportSize({ width: 320, height: 800 })
    for (const title of ['Special:Sessions', 'Special:BotPasswords']) {
      await tab.go(`/index.php?title=${title}`)
      assert.match(await tab.page.locator('main').innerText(), /alert\(1\)/)
      await assertHarmless(tab)
    }
    const links = await tab.page.locator('main a[href*="BotPasswords/"]').all()
    const addresses = await Promise.all(links.map((link) => link.getAttribute('href')))
    assert.ok(addresses.length > 0)
    for (const address of addresses.slice(0, 6)) {
      await tab.go(address ?? '')
      await assertHarmless(tab)
    }
  })
})

/** Fails if a page has elements that none of ours has, or a name gets into the text around it. */
async function assertHarmless(tab: Tab): Promise<void> {
  assert.deepEqual(await tab.page.evaluate(findForeign), [])
  assert.deepEqual(await tab.page.evaluate(findMixed), [])
  assert.deepEqual(await findOverflow(tab.page), [])
}

/** Runs in the page. */
const findForeign = `[...document.body.querySelectorAll('*')]
  .filter((element) =>
    element.matches('script, img, iframe, svg, style, object, embed, base, meta, link, template') ||
    [...element.attributes].some(({ name }) => /^(?:on|style$|srcdoc$)/.test(name)) ||
    /^(?!https?:)/.test(new URL(element.getAttribute('href') ?? '', location).protocol))
  .map((element) => element.outerHTML)`

/** Runs in the page, which is written from left to right: finds names that are not between their neighbours. */
const findMixed = `[...document.querySelectorAll('bdi')].flatMap((name) => {
  const measure = (node) => {
    const range = document.createRange()
    range.selectNodeContents(node)
    return range.getClientRects()
  }
  const [first] = measure(name)
  const last = [...measure(name)].at(-1)
  if (first === undefined) return []
  const isText = (node) => node?.nodeType === Node.TEXT_NODE && node.data.trim() !== ''
  const before = isText(name.previousSibling) ? [...measure(name.previousSibling)].at(-1) : undefined
  const after = isText(name.nextSibling) ? measure(name.nextSibling)[0] : undefined
  const isBefore = !before || before.top !== first.top || before.right <= first.left + 1
  const isAfter = !after || after.top !== last.top || last.right <= after.left + 1
  return isBefore && isAfter ? [] : [name.parentElement.outerHTML]
})`
