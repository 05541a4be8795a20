import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const executablePath = '/usr/bin/chromium'

/** Why tests in a browser cannot run on this machine, or `false` if they can. */
export const noChromium = existsSync(executablePath) ? false : `${executablePath} is not installed`

/** Starts Debian's Chromium, without a window and without anything that it does on its own account. */
export function startChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}
