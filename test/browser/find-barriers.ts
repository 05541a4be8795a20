import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { AxeResults, RunOptions } from 'axe-core'
import type { Page } from 'playwright-core'

const axe = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8')

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** What depends on colours, or on the width, and so is to be looked for again when these change. */
const rules = {
  colours: ['color-contrast', 'link-in-text-block'],
  width: ['color-contrast', 'link-in-text-block', 'target-size', 'scrollable-region-focusable'],
} as const

/** Looks for what keeps people out of a page (WCAG 2.2 AA), or for a part of that, and says what and where. */
export async function findBarriers(
  page: Page,
  which: 'all' | keyof typeof rules = 'all',
): Promise<readonly string[]> {
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(axe)
  const options: RunOptions = {
    resultTypes: ['violations'],
    runOnly: which === 'all' ? tags : { type: 'rule', values: [...rules[which]] },
  }
  const violations = await page.evaluate<AxeResults['violations']>(
    `axe.run(${JSON.stringify(options)}).then(({ violations }) => violations)`,
  )
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}\n${failureSummary}`),
  )
}
