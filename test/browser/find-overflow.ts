import type { Page } from 'playwright-core'

/** Says what of a page is wider than its window, or cut off, read from left to right and from right to left. */
export function findOverflow(page: Page): Promise<readonly string[]> {
  return page.evaluate<readonly string[]>(find)
}

/** Runs in the page. What is scrolled by itself, and so can have the focus, is as wide as it likes. */
const find = `['ltr', 'rtl'].flatMap((direction) => {
  const html = document.documentElement
  const before = html.dir
  html.dir = direction
  const width = html.clientWidth
  const excess = html.scrollWidth - width
  const isWide = (element) => {
    const { left, right } = element.getBoundingClientRect()
    return left < -1 || right > width + 1 || element.scrollWidth > width
  }
  const culprits = [...document.body.querySelectorAll('*')]
    .filter((element) => isWide(element) && ![...element.children].some(isWide))
    .filter((element) => !element.parentElement.closest('[tabindex="0"]'))
    .map((element) => element.outerHTML.slice(0, 120))
  const cutOff = [...document.body.querySelectorAll('*')]
    .filter((element) => getComputedStyle(element).overflowX === 'hidden')
    .filter((element) => element.clientWidth > 1 && element.scrollWidth > element.clientWidth + 1)
    .map((element) => direction + ': cut off: ' + element.outerHTML.slice(0, 120))
  html.dir = before
  if (cutOff.length > 0) return cutOff
  return excess > 0 ? [direction + ': ' + excess + ' px too wide: ' + culprits.slice(0, 5).join(' … ')] : []
})`
