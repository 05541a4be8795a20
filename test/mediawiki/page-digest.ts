import type { SeenPage } from '../page-visitor.ts'

/** What programs see of a page, without the words that people read. */
export interface PageDigest {
  readonly status: number
  /** The title and the query that it leads to. */
  readonly leadsTo: Readonly<Record<string, string>> | undefined
  /** The same of its form. */
  readonly sendsTo: Readonly<Record<string, string>> | undefined
  /** The names of the fields of its form, and what is sent without being shown. */
  readonly fields: readonly string[]
  readonly hidden: readonly string[]
  readonly buttons: readonly string[]
  readonly cookies: readonly string[]
  readonly hasError: boolean
  readonly hasWarning: boolean
}

// MediaWiki's own, which help its servers to find the newest copy of the database.
const cookiesOfClusters = ['cpPosIndex', 'UseDC', 'UseCDNCache']

/** Takes out of a page what programs see of it. */
export function digest(page: SeenPage): PageDigest {
  const form = 'form.mw-htmlform'
  const cookies = page.setCookies.map((cookie) => cookie.split('=', 1)[0] ?? '')
  const action = page.find(form)[0]?.attributes.get('action')
  const buttons = page.find(`${form} button`)
  return {
    status: page.status,
    leadsTo: page.location === undefined ? undefined : targetOf(page.location),
    sendsTo: action === undefined ? undefined : addressee(new URL(action, page.address).href),
    fields: Object.keys(page.fieldsOf(form)).sort(),
    hidden: hiddenFields(page.html),
    buttons: buttons.map(({ attributes }) => attributes.get('name') ?? '').filter(Boolean),
    cookies: [...new Set(cookies)].filter((name) => !cookiesOfClusters.includes(name)).sort(),
    // MediaWiki's newer forms have classes of their own.
    hasError: has(page, 'div.mw-message-box-error', 'div.oo-ui-flaggedElement-error'),
    hasWarning: has(page, 'div.mw-message-box-warning'),
  }
}

function has(page: SeenPage, ...selectors: readonly string[]): boolean {
  return selectors.some((selector) => page.find(selector).length > 0)
}

/** As programs find them by regular expressions: each of a token's characters is a zero. */
function hiddenFields(html: string): readonly string[] {
  const found = html.match(
    /<input (?:id="wpEditToken" type="hidden"|name="\w+" type="hidden").*?>/g,
  )
  return (found ?? []).map((field) =>
    field.replace(/[\da-f]{40}/, '0'.repeat(40)).replaceAll('&#38;', '&amp;'),
  )
}

/** Ours keeps the language of a page in the address of its form, too. */
function addressee(action: string): Readonly<Record<string, string>> {
  const { uselang: _, ...target } = targetOf(action)
  return target
}

/** Each server has paths of its own for the same titles. */
function targetOf(location: string): Readonly<Record<string, string>> {
  const { pathname, searchParams } = new URL(location)
  const [, inPath] = /^\/(?:wiki|index\.php)\/(.+)$/.exec(pathname) ?? []
  const title = searchParams.get('title') ?? decodeURIComponent(inPath ?? '')
  return { ...Object.fromEntries(searchParams), title }
}
