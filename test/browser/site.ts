import type { Browser } from 'playwright-core'
import { createWiki, type OpenWiki, serve, type WikiOptions } from '../../src/index.ts'
import { startChromium } from './chromium.ts'
import { logIn } from './log-in.ts'
import { openTab, type Tab, type TabOptions } from './tab.ts'

/** Somebody who has an account on every site of these tests. */
export interface Person {
  readonly name: string
  readonly password: string
}

/** Somebody with an account and nothing else. */
export const alice: Person = { name: 'Alice', password: 'mellow-lantern-quarry' }

/** Somebody who may do everything. */
export const theo: Person = { name: 'Theo', password: 'copper-orchard-seven' }

/** A wiki that is served on a port of its own, and a browser to look at it. */
export interface Site extends AsyncDisposable {
  readonly wiki: OpenWiki
  readonly browser: Browser
  /** Where the wiki is: `http://127.0.0.1:8080`. */
  readonly url: string
  /** Opens a tab of somebody who has no cookies, or of this person, logged in. */
  open(options?: TabOptions & { readonly as?: Person | undefined }): Promise<Tab>
}

/** What a site can be told: what a wiki can, and which browser is there already. */
export interface SiteOptions extends WikiOptions {
  readonly browser?: Browser
}

/** Serves a wiki where Alice and Theo have accounts, with the real time: cookies are the browser's. */
export async function openSite(options: SiteOptions = {}): Promise<Site> {
  await using opening = new AsyncDisposableStack()
  let wiki: OpenWiki | undefined
  const server = opening.use(
    await serve(async (port) => {
      const settings = { Server: `http://127.0.0.1:${port}`, ...options.settings }
      wiki = opening.use(createWiki({ ...options, settings }))
      return wiki
    }),
  )
  if (wiki === undefined) throw new Error('Cannot serve: no wiki was made')
  await wiki.createAccount(alice)
  await wiki.createAccount({ ...theo, groups: ['sysop', 'bureaucrat'] })
  const browser = options.browser ?? opening.use(await startChromium())

  const site = { wiki, browser, url: server.url }
  const open = opening.move()
  return {
    ...site,
    async open({ as, ...asked } = {}) {
      const tab = await openTab(browser, [site.url], asked)
      if (as !== undefined) await logIn(tab.context, site.url, as)
      return tab
    },
    [Symbol.asyncDispose]: () => open.disposeAsync(),
  }
}
