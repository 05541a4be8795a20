import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import type { ModuleInfo } from '../../src/browser/sandbox/module-info.ts'
import { writeQuery } from '../../src/browser/sandbox/request/write-query.ts'
import { hostileStrings } from '../security/hostile-strings.ts'
import { noChromium } from './chromium.ts'
import { fillInSandbox, sendFromSandbox } from './fill-in-sandbox.ts'
import { alice, openSite } from './site.ts'

/** With these, requests do not come as far as the module. */
const refusedAtOnce = new Set(['assert', 'assertuser', 'crossorigin', 'maxlag', 'origin'])

/** The kinds of elements in the page, each with the names of its attributes. */
const findKindsHere = `[...document.querySelectorAll('*')].map((element) =>
  [element.localName, ...element.getAttributeNames().sort()].join(' '))`

const sandbox = '/index.php?title=Special:ApiSandbox'

describe('the form of the sandbox', { skip: noChromium }, async () => {
  const site = await openSite()
  after(() => site[Symbol.asyncDispose]())
  const about = 'action=paraminfo&modules=**|main&format=json&formatversion=2'
  const { paraminfo } = JSON.parse(await (await fetch(`${site.url}/api.php?${about}`)).text())
  const infos: readonly ModuleInfo[] = paraminfo.modules
  const actions = infos.filter(({ group }) => group === 'action').map(({ name }) => name)
  const names = new Set(
    infos.flatMap(({ prefix, parameters }) => parameters.map(({ name }) => prefix + name)),
  )

  /** A request that asks a module, in which another of these stands in each parameter that there is. */
  function requestOf(action: string, texts: readonly string[], from = 0): string {
    const text = (at: number): string => texts[(from + at) % texts.length] ?? ''
    const query = {
      list: 'allusers|blocks|users',
      meta: 'authmanagerinfo|siteinfo|tokens|userinfo',
    }
    const values = {
      action,
      format: 'json',
      errorformat: 'html',
      ...(action === 'query' ? query : {}),
    }
    const others = [...names].filter((name) => !(name in values) && !refusedAtOnce.has(name))
    return writeQuery([
      ...Object.entries(values),
      ...others.map((name, at) => [name, text(at)] as const),
      [text(others.length), text(0)],
    ])
  }

  /** Fills it in, sends it, and looks at what there is then. */
  async function kindsOf(page: Page, hash: string): Promise<ReadonlySet<string>> {
    await fillInSandbox(page, hash)
    const filledIn: string[] = await page.evaluate(findKindsHere)
    await sendFromSandbox(page)
    return new Set([...filledIn, ...((await page.evaluate(findKindsHere)) as string[])])
  }

  it('security 29: makes no element of what stands in any parameter of a module', async () => {
    await using tab = await site.open({ as: alice })
    await tab.go(sandbox)
    const known = new Set<string>()
    for (const action of actions) {
      const kinds = await kindsOf(tab.page, requestOf(action, ['harmless']))
      for (const kind of kinds) known.add(kind)
    }
    for (const [at, action] of actions.entries()) {
      const hash = requestOf(action, hostileStrings, at * 7)
      const kinds = await kindsOf(tab.page, hash)
      assert.deepEqual(
        [...kinds].filter((kind) => !known.has(kind)),
        [],
        hash,
      )
    }
  })

  it('security 29: takes over only harmless markup of descriptions', async () => {
    await using tab = await site.open()
    const hostile = hostileStrings.join('\n')
    await tab.context.route('**/api.php?*action=paraminfo*', async (route) => {
      const response = await route.fetch()
      const answer = JSON.parse(await response.text())
      for (const module of answer.paraminfo.modules) {
        module.description += hostile
        for (const example of module.examples ?? []) example.description += hostile
        for (const param of module.parameters)
          param.description += `<dl><dt>x</dt><dd>${hostile}</dd></dl>${hostile}`
      }
      await route.fulfill({ response, json: answer })
    })
    await tab.go(`${sandbox}#action=query&meta=tokens`)
    await tab.page.waitForSelector('#mw-apisandbox[aria-busy=false]')
    assert.match((await tab.page.textContent('#mw-apisandbox')) ?? '', /onerror|alert/)
    const kinds: string[] = await tab.page.evaluate(findKindsHere)
    const odd = kinds.filter((kind) =>
      /\b(?:on\w+|srcdoc|style|background)\b|^(?:img|svg|math|iframe|object|embed|base|marquee|xss|template)\b/.test(
        kind,
      ),
    )
    assert.deepEqual(odd, [])
    const scripts = await tab.page.locator('script').count()
    assert.equal(scripts, 3)
    const addresses: string[] = await tab.page.evaluate(
      `[...document.links].map(({ protocol }) => protocol)`,
    )
    assert.deepEqual(new Set(addresses), new Set(['http:', 'https:']))
  })
})
