import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import { gzipSync } from 'node:zlib'
import type { Response } from 'playwright-core'
import { noChromium } from './chromium.ts'
import { openSite } from './site.ts'

const heaviest = 30_000

describe('the page to log in', { skip: noChromium }, async () => {
  const site = await openSite()
  after(() => site[Symbol.asyncDispose]())

  it('weighs less than 30 kB with all that it loads, compressed as servers do', async () => {
    await using tab = await site.open()
    const responses: Response[] = []
    tab.page.on('response', (response) => responses.push(response))
    await tab.go('/index.php?title=Special:UserLogin')
    await tab.page.waitForLoadState('networkidle')
    const weights = await Promise.all(
      responses.map(async (response) => {
        const { length } = gzipSync(await response.body(), { level: 6 })
        return [new URL(response.url()).pathname.replace(/.*\//, ''), length] as const
      }),
    )
    const sum = weights.reduce((total, [, length]) => total + length, 0)
    assert.ok(weights.length > 1, 'nothing was loaded')
    assert.ok(sum < heaviest, `${sum} bytes: ${JSON.stringify(Object.fromEntries(weights))}`)
  })
})
