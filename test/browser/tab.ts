import assert from 'node:assert/strict'
import { setTimeout } from 'node:timers/promises'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { watchFaults } from './watch-faults.ts'

/** What a tab can be asked to be like. */
export type TabOptions = Pick<
  BrowserContextOptions,
  'colorScheme' | 'javaScriptEnabled' | 'locale' | 'userAgent'
>

/**
 * A tab of a browser that knows no cookies but its own. Whatever goes wrong in it unseen is noted,
 * and fails the test when the tab is closed.
 */
export interface Tab extends AsyncDisposable {
  readonly page: Page
  readonly context: BrowserContext
  /** Goes to an address of the site: `/api.php?…`. */
  go(path: string): Promise<void>
  /** Fails if something has gone wrong unseen until now. */
  checkFaults(): void
  /** Waits until this goes wrong, as it should. */
  expectFault(fault: RegExp): Promise<void>
}

/** Opens a tab of somebody who looks at the first of these sites, which may ask the others. */
export async function openTab(
  browser: Browser,
  sites: readonly [string, ...string[]],
  options: TabOptions = {},
): Promise<Tab> {
  const [site] = sites
  const context = await browser.newContext({ reducedMotion: 'reduce', ...options })
  // Nothing here takes longer, and a test that waits for nothing should say so soon.
  context.setDefaultTimeout(10_000)
  const faults = await watchFaults(context, sites)
  const page = await context.newPage()
  const checkFaults = (): void => {
    assert.deepEqual(faults.splice(0), [], 'something went wrong in a page')
  }
  return {
    page,
    context,
    async go(path) {
      await page.goto(`${site}${path}`)
    },
    checkFaults,
    async expectFault(expected) {
      const find = () => faults.findIndex((fault) => expected.test(fault))
      // The browser tells of it in its own time.
      for (let tries = 0; tries < 100 && find() < 0; tries++) await setTimeout(20)
      assert.notEqual(find(), -1, `${expected} did not happen, but ${JSON.stringify(faults)}`)
      faults.splice(find(), 1)
    },
    async [Symbol.asyncDispose]() {
      await context.close()
      checkFaults()
    },
  }
}
