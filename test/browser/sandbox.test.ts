import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import type { Locator, Page, Request } from 'playwright-core'
import { readQuery } from '../../src/browser/sandbox/request/read-query.ts'
import { startValues } from '../../src/browser/sandbox/request/start-values.ts'
import { extensionNames } from '../../src/settings/extensions.ts'
import { noChromium } from './chromium.ts'
import { fillInSandbox } from './fill-in-sandbox.ts'
import { alice, openSite } from './site.ts'
import type { Tab } from './tab.ts'

const sandbox = '/index.php?title=Special:ApiSandbox'

describe('the sandbox', { skip: noChromium }, async () => {
  const site = await openSite({ settings: { Extensions: [...extensionNames] } })
  after(() => site[Symbol.asyncDispose]())

  /** Opens the sandbox, and waits until its form is there. */
  async function openSandbox(tab: Tab, hash = ''): Promise<Page> {
    await tab.go(sandbox + hash)
    await tab.page.waitForSelector('#mw-apisandbox select[name=action]')
    return tab.page
  }

  it('sends what is filled in by keyboard, and shows the answer', async () => {
    await using tab = await site.open({ as: alice })
    const page = await openSandbox(tab, '#action=query')
    for (const label of ['userinfo', 'groups']) {
      await tabTo(page, page.getByLabel(label, { exact: true }))
      await page.keyboard.press('Space')
    }
    await tabTo(page, page.getByRole('button', { name: 'Send request' }))
    await page.keyboard.press('Enter')
    await page.getByRole('status').getByText('status 200').waitFor()
    const answer = JSON.parse((await page.locator('.api-pretty-content').textContent()) ?? '')
    assert.equal(answer.query.userinfo.name, alice.name)
    assert.deepEqual(answer.query.userinfo.groups, ['*', 'user', 'autoconfirmed'])
    const { hash } = new URL(page.url())
    assert.deepEqual(Object.fromEntries(readQuery(hash)), {
      action: 'query',
      meta: 'userinfo',
      uiprop: 'groups',
      format: 'json',
      formatversion: '2',
      errorformat: 'plaintext',
    })
  })

  it('gets tokens itself, and keeps them and passwords out of the address and of programs', async () => {
    await using tab = await site.open()
    const page = await openSandbox(tab, '#action=login')
    await page.locator('[name=lgname]').fill(alice.name)
    await page.locator('[name=lgpassword]').fill(alice.password)
    const languages = page.getByLabel('Show it as')
    for (const option of await languages.locator('option').all()) {
      await languages.selectOption(await option.getAttribute('value'))
      const program = await page.locator('.jeton-sandbox-code').first().textContent()
      assert.match(program ?? '', /Alice/)
      assert.doesNotMatch(program ?? '', new RegExp(alice.password))
    }
    await page.getByRole('button', { name: 'Send request' }).click()
    await page.getByRole('status').getByText('status 200').waitFor()
    assert.match((await page.locator('.api-pretty-content').textContent()) ?? '', /"Success"/)
    assert.notEqual(await page.locator('[name=lgtoken]').inputValue(), '')
    assert.doesNotMatch(page.url(), /lgpassword|lgtoken/)
  })

  it('says at a field what is wrong with it, and gets a new token for a bad one', async () => {
    await using tab = await site.open({ as: alice })
    const page = await openSandbox(tab, '#action=options&change=gender%3Dfemale&token=123ABC')
    await page.getByRole('button', { name: 'Send request' }).click()
    await page.locator('[name=token][aria-invalid=true]').waitFor()
    await page.getByRole('button', { name: 'Get a new token' }).click()
    await page.getByRole('status').getByText('status 200').waitFor()
    assert.equal(await page.locator('[aria-invalid=true]').count(), 0)
    assert.match((await page.locator('.api-pretty-content').textContent()) ?? '', /"success"/)
  })

  it('copies a program', async () => {
    await using tab = await site.open()
    await tab.context.grantPermissions(['clipboard-read', 'clipboard-write'])
    const page = await openSandbox(tab, '#action=query&meta=userinfo')
    await page.getByLabel('Show it as').selectOption({ label: 'curl' })
    await page.getByRole('button', { name: 'Copy' }).click()
    await page.getByRole('status').getByText('Copied.').waitFor()
    const copied = await page.evaluate('navigator.clipboard.readText()')
    assert.equal(copied, await page.locator('.jeton-sandbox-code').first().textContent())
  })

  it('sends what is written where there are no scripts', async () => {
    await using tab = await site.open({ javaScriptEnabled: false })
    await tab.go(sandbox)
    await tab.page.getByLabel('Request').fill('action=query&meta=userinfo')
    await tab.page.getByRole('button', { name: 'Send request' }).click()
    assert.match((await tab.page.textContent('pre')) ?? '', /"anon"/)
  })

  it('shows a program that runs in the console of a page', async () => {
    await using tab = await site.open({ as: alice })
    const page = await openSandbox(tab, '#action=query&meta=userinfo')
    await page.getByLabel('Show it as').selectOption({ label: 'JavaScript (mw.Api)' })
    const program = await page.locator('.jeton-sandbox-code').first().textContent()
    const answer = await page.evaluate(`(async () => {${program}\n return answer})()`)
    assert.match(JSON.stringify(answer), /"name":"Alice"/)
  })

  it('fills in an example, and leads to the documentation', async () => {
    await using tab = await site.open()
    const page = await openSandbox(tab, '#action=query&meta=tokens')
    const tokens = page
      .locator('section')
      .filter({ has: page.getByRole('heading', { name: 'meta=tokens' }) })
    await tokens.getByText('Examples').click()
    await tokens.getByRole('link', { name: 'watch|patrol' }).click()
    await page.locator('#mw-apisandbox[aria-busy=false]').waitFor()
    assert.equal(await page.getByLabel('patrol').isChecked(), true)
    await page.getByLabel('* (all)').check()
    assert.equal(await page.getByLabel('patrol').isChecked(), false)

    await tokens.getByRole('link', { name: 'Documentation' }).click()
    await page.waitForURL(/api\.php\?action=help&modules=query%2Btokens$/)
  })

  it('opens an example of the documentation, and gets its token by a button, by keyboard alone', async () => {
    await using tab = await site.open({ as: alice })
    const { page } = tab
    await tab.go('/api.php?action=help&modules=options')
    await page.locator('a[href*="ApiSandbox#action=options"]').first().press('Enter')
    await page.waitForSelector('#mw-apisandbox[aria-busy=false]')
    assert.equal(await page.locator('select[name=action]').inputValue(), 'options')
    assert.equal(await page.locator('[name=token]').inputValue(), '123ABC')
    await page.getByRole('button', { name: 'Get token' }).press('Enter')
    await page.getByText('The token is filled in.').waitFor()
    await page.locator('[name=token]').press('Enter')
    await page.locator('.api-pretty-content').getByText('"success"').waitFor()
  })

  it('keeps what is filled in when somebody skips to the content', async () => {
    await using tab = await site.open()
    const page = await openSandbox(tab, '#action=query&meta=userinfo')
    await page.getByText('Parameters of every request').click()
    await page.locator('[name=requestid]').fill('mine')
    await page.getByRole('link', { name: 'Skip to the content' }).press('Enter')
    await page.locator('main:focus').waitFor()
    assert.equal(await page.locator('[name=requestid]').inputValue(), 'mine')
    assert.equal(new URL(page.url()).hash, '#action=query&meta=userinfo')
  })

  it('keeps what is filled in, and no secret, when the language is changed', async () => {
    await using tab = await site.open()
    const page = await openSandbox(tab, '#action=login')
    await page.locator('[name=lgname]').fill('Käse & more')
    await page.locator('[name=lgpassword]').fill('a secret')
    await page.getByRole('link', { name: 'français' }).click()
    await page.waitForSelector('html[lang=fr] #mw-apisandbox[aria-busy=false]')
    assert.equal(await page.locator('[name=lgname]').inputValue(), 'Käse & more')
    assert.doesNotMatch(page.url(), /secret/)
  })

  it('brings what is ticked into sight, in a list that scrolls', async () => {
    await using tab = await site.open()
    const page = await openSandbox(tab, '#action=query&meta=siteinfo&siprop=variables')
    const list = page
      .locator('.jeton-sandbox-choices')
      .filter({ has: page.locator('[name=siprop]') })
    const bottom = () => list.evaluate((place) => place.getBoundingClientRect().bottom)
    const ticked = list.locator('[value=variables]')
    const box = await ticked.boundingBox()
    assert.equal(await ticked.isChecked(), true)
    assert.ok(box !== null && box.y + box.height < (await bottom()))
  })

  it('says what is to come of a token that is missing, and that a program elsewhere is nobody', async () => {
    await using tab = await site.open({ as: alice })
    const page = await openSandbox(tab, '#action=options&change=gender%3Dfemale')
    const note = page.getByText('The token is empty')
    await note.waitFor()
    await page.getByLabel('Show it as').selectOption({ label: 'Python (requests)' })
    await page.getByRole('link', { name: 'Make a bot password' }).waitFor()
    await page.getByLabel('Show it as').selectOption({ label: 'JavaScript (mw.Api)' })
    await page.getByRole('link', { name: 'Make a bot password' }).waitFor({ state: 'hidden' })
    await page.getByRole('button', { name: 'Get token' }).click()
    await note.waitFor({ state: 'detached' })
    await page.getByText('Passwords and tokens are sent by POST only').waitFor()
  })

  it('gets a token of the type that is chosen, to be checked', async () => {
    await using tab = await site.open({ as: alice })
    const page = await openSandbox(tab, '#action=checktoken&type=watch&token=123ABC')
    await page.getByRole('button', { name: 'Get token' }).click()
    await page.getByText('The token is filled in.').waitFor()
    await page.getByRole('button', { name: 'Send request' }).click()
    await page.locator('.api-pretty-content').getByText('"valid"').waitFor()
  })

  it('goes on where an answer ended', async () => {
    await using tab = await site.open()
    const page = await openSandbox(tab, '#action=query&list=allusers&aulimit=1')
    await page.getByRole('button', { name: 'Send request' }).click()
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.getByText('"Theo"').waitFor()
    assert.equal(await page.locator('[name=aufrom]').inputValue(), 'Theo')
    await page.getByRole('button', { name: 'Continue' }).waitFor({ state: 'detached' })
  })

  it('asks the wiki for the fields of a login', async () => {
    await using tab = await site.open()
    const page = await openSandbox(tab, '#action=clientlogin&loginreturnurl=http://example.org/')
    await page.locator('[name=username]').fill(alice.name)
    await page.locator('[name=password][type=password]').fill(alice.password)
    await page.getByRole('button', { name: 'Send request' }).click()
    await page.getByText('"PASS"').waitFor()
  })

  it('sends every example of the documentation as it stands', { timeout: 120_000 }, async () => {
    await using tab = await site.open({ as: alice })
    const page = await openSandbox(tab)
    const examples = await readExamples(site.url)
    assert.ok(examples.length > 50)
    for (const query of examples) {
      const asked = Object.fromEntries(startValues(query))
      await fillInSandbox(page, query)
      const isSent = (request: Request) => request.url().includes('/api.php') && sentBy(request)
      const sent = page.waitForRequest((request) => Boolean(isSent(request)))
      await page.getByRole('button', { name: 'Send request' }).click()
      assert.deepEqual(await paramsOf(await sent), asked, query)
      await page.locator('.jeton-sandbox-head').waitFor()
    }
  })
})

/** Goes to a field as people do who have no mouse. */
async function tabTo(page: Page, field: Locator): Promise<void> {
  const isThere = async () => (await field.and(page.locator(':focus')).count()) > 0
  for (let tabs = 0; tabs < 200 && !(await isThere()); tabs++) await page.keyboard.press('Tab')
  assert.equal(await isThere(), true)
}

async function readExamples(url: string): Promise<readonly string[]> {
  const about = 'action=paraminfo&modules=**|main&helpformat=raw&format=json&formatversion=2'
  const { paraminfo } = JSON.parse(await (await fetch(`${url}/api.php?${about}`)).text())
  const infos: readonly { examples?: readonly { query: string }[] }[] = paraminfo.modules
  return infos.flatMap(({ examples = [] }) => examples.map(({ query }) => query))
}

/** What the form sends names the format of its answer in the same order as its fields; what the sandbox asks does not. */
function sentBy(request: Request): boolean {
  return !request.url().includes('format=json&formatversion=2&errorformat=plaintext&uselang=')
}

async function paramsOf(request: Request): Promise<Readonly<Record<string, string>>> {
  if (request.method() === 'GET') return Object.fromEntries(new URL(request.url()).searchParams)
  const headers = await request.allHeaders()
  const body = request.postDataBuffer() ?? undefined
  const form = await new Response(body, {
    headers: { 'content-type': headers['content-type'] ?? '' },
  }).formData()
  return Object.fromEntries([...form].map(([name, value]) => [name, String(value)]))
}
