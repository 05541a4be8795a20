import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import { noChromium } from './chromium.ts'
import { logIn } from './log-in.ts'
import { serveOtherSite } from './other-site.ts'
import { alice, openSite } from './site.ts'
import { openTab } from './tab.ts'

describe("another site's page", { skip: noChromium }, async () => {
  const site = await openSite()
  after(() => site[Symbol.asyncDispose]())

  /** Opens a page of another site; who looks at it is logged in to the wiki. */
  async function openElsewhere() {
    const page = '<!DOCTYPE html><html lang="en"><title>Elsewhere</title><p>Elsewhere'
    await using opening = new AsyncDisposableStack()
    const other = opening.use(await serveOtherSite({ '/': page }))
    const tab = opening.use(await openTab(site.browser, [other.url, site.url]))
    await logIn(tab.context, site.url, alice)
    await tab.go('/')
    const open = opening.move()
    return {
      expectFault: tab.expectFault,
      /** What a program in the page gets to read of `api`, or why it does not. */
      run: (program: string) =>
        tab.page.evaluate(
          `(async (api) => (await ${program}).json())('${site.url}/api.php').catch(String)`,
        ),
      [Symbol.asyncDispose]: () => open.disposeAsync(),
    }
  }

  const question = "'?origin=*&format=json&formatversion=2&'"
  const form = "new URLSearchParams({ action: 'checktoken', type: 'csrf', token: '123ABC' })"
  const whoami = "'action=query&meta=userinfo'"

  it('may ask whether a token is good, with origin=*', async () => {
    await using elsewhere = await openElsewhere()
    assert.deepEqual(await elsewhere.run(`fetch(api + ${question} + ${form})`), {
      checktoken: { result: 'invalid' },
    })
  })

  it('may post the same question, with the header that it may send', async () => {
    await using elsewhere = await openElsewhere()
    const headers = "{ 'Api-User-Agent': 'a page' }"
    const program = `fetch(api + ${question}, { method: 'POST', body: ${form}, headers: ${headers} })`
    assert.deepEqual(await elsewhere.run(program), { checktoken: { result: 'invalid' } })
  })

  it('is answered as nobody, whoever is logged in', async () => {
    await using elsewhere = await openElsewhere()
    const answer = await elsewhere.run(`fetch(api + ${question} + ${whoami})`)
    assert.match(JSON.stringify(answer), /"anon":true/)
  })

  // biome-ignore format: a table
  const stopped = {
    'with the cookies of who looks at it': `fetch(api + ${question} + ${whoami}, { credentials: 'include' })`,
    'without origin':                      `fetch(api + '?format=json&' + ${whoami})`,
    'with a header of its own':            `fetch(api + ${question} + ${whoami}, { headers: { 'X-Own': '1' } })`,
  }
  for (const [how, program] of Object.entries(stopped)) {
    it(`reads nothing ${how}`, async () => {
      await using elsewhere = await openElsewhere()
      assert.equal(await elsewhere.run(program), 'TypeError: Failed to fetch')
      await elsewhere.expectFault(/^console: Access to fetch .* blocked by CORS policy/)
      await elsewhere.expectFault(/^console: Failed to load resource/)
      await elsewhere.expectFault(/^failed: /)
    })
  }
})
