import assert from 'node:assert/strict'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import type { Person } from './site.ts'
import { watchFaults } from './watch-faults.ts'

/** What a tab can be asked to be like. */
export type TabOptions = Pick<
  BrowserContextOptions,
  'bypassCSP' | 'colorScheme' | 'javaScriptEnabled' | 'locale' | 'userAgent'
>

/**
 * A tab of a browser that knows no cookies but its own. Whatever goes wrong in it unseen is noted,
 * and fails the test when the tab is closed.
 */
export interface Tab extends AsyncDisposable {
  readonly page: Page
  /** What went wrong up to now. */
  readonly faults: string[]
  /** Goes to an address of the wiki: `/api.php?…`. */
  go(path: string): Promise<void>
  /** Logs in without a page. */
  logIn(person: Person): Promise<void>
}

/** Opens a tab of somebody who looks at the wiki of this address. */
export async function openTab(browser: Browser, site: string, options: TabOptions): Promise<Tab> {
  const context = await browser.newContext({ reducedMotion: 'reduce', ...options })
  // Nothing here takes longer, and a test that waits for nothing should say so soon.
  context.setDefaultTimeout(10_000)
  const faults = await watchFaults(context, site)
  const page = await context.newPage()
  return {
    page,
    faults,
    async go(path) {
      await page.goto(`${site}${path}`)
    },
    async logIn({ name, password }) {
      const ask = async (form: Record<string, string>) => {
        const all = { format: 'json', formatversion: '2', ...form }
        return (await context.request.post(`${site}/api.php`, { form: all })).json()
      }
      const { query } = await ask({ action: 'query', meta: 'tokens', type: 'login' })
      const lgtoken: string = query.tokens.logintoken
      const { login } = await ask({ action: 'login', lgname: name, lgpassword: password, lgtoken })
      assert.equal(login.result, 'Success')
    },
    async [Symbol.asyncDispose]() {
      await context.close()
      assert.deepEqual(faults, [], 'something went wrong in a page')
    },
  }
}
