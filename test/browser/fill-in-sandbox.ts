import type { Page } from 'playwright-core'

/** Changes the address of the sandbox behind its `#`, and waits until the form has followed. */
export async function fillInSandbox(page: Page, query: string): Promise<void> {
  await page.evaluate(`new Promise((resolve) => {
    addEventListener('hashchange', resolve, { once: true })
    location.hash = ${JSON.stringify(query)}
  })`)
  await page.waitForSelector('#mw-apisandbox[aria-busy=false]')
}

/** Sends what is filled in, and waits for the answer. */
export async function sendFromSandbox(page: Page): Promise<void> {
  await page.locator('#mw-apisandbox [type=submit]').click()
  await page.locator('.jeton-sandbox-head').waitFor()
}
