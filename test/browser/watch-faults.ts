import type { BrowserContext, ConsoleMessage } from 'playwright-core'

/**
 * Notes what a person would not see: what scripts print as errors, what they throw, what the page's
 * policy (CSP) stopped, dialogs, requests that fail, and any request to other sites than these.
 */
export async function watchFaults(
  context: BrowserContext,
  sites: readonly string[],
): Promise<string[]> {
  const faults: string[] = []
  await context.exposeBinding('jetonTestViolation', (_source, violation: string) =>
    faults.push(`policy: ${violation}`),
  )
  await context.addInitScript(tellViolations)

  context.on('console', (message) => {
    if (message.type() === 'error' && !isStatusOfPage(message))
      faults.push(`console: ${message.text()} (${message.location().url})`)
  })
  context.on('weberror', (error) => faults.push(`thrown: ${error.error().message}`))
  context.on('dialog', (dialog) => {
    faults.push(`dialog: ${dialog.message()}`)
    dialog.dismiss().catch(() => undefined)
  })
  context.on('requestfailed', (request) => {
    const { errorText } = request.failure() ?? {}
    // Whoever leaves a page does not wait for the rest of it.
    if (errorText !== 'net::ERR_ABORTED') faults.push(`failed: ${request.url()} ${errorText}`)
  })
  context.on('request', (request) => {
    const { origin, protocol } = new URL(request.url())
    // What stands in an address of this kind is asked of nobody.
    if (protocol !== 'data:' && !sites.includes(origin)) faults.push(`elsewhere: ${request.url()}`)
  })
  return faults
}

/** Runs in the page, where the types of a browser are not known to these tests. */
const tellViolations = `addEventListener('securitypolicyviolation', (violation) =>
  jetonTestViolation(violation.violatedDirective + ' ' + violation.blockedURI))`

/** A page that tells of an error has the status of one, and Chromium says so in the console. */
function isStatusOfPage(message: ConsoleMessage): boolean {
  return (
    message.text().startsWith('Failed to load resource: the server responded with a status') &&
    message.location().url === message.page()?.url()
  )
}
