import { readPageTitle } from '../modules/query/page-title.ts'
import { mainTitle } from './main-title.ts'
import type { PageCall, Query } from './page.ts'

/** A page of this wiki to go back to. */
export interface ReturnTarget {
  /** What the page is called. */
  readonly title: string
  readonly address: string
}

/** Pages that would undo what has just been done, or ask for it again. */
const unwanted = /^Special:(?:UserLogout|UserLogin|CreateAccount|PasswordReset)\b/i

/**
 * Finds where `returnto` and `returntoquery` lead: to a page of this wiki, whatever they say, since
 * anybody can make a link with them. What names none leads to the main page.
 */
export async function findReturn(call: PageCall): Promise<ReturnTarget> {
  const { field, settings, sources, addressOf, text } = call
  const interwikis = await sources.interwikis.list()
  const title = readPageTitle(field('returnto'), { settings, interwikis })
  const isOurs = 'full' in title && title.interwiki === undefined && !unwanted.test(title.full)
  if (!isOurs) return { title: text('mainpage'), address: addressOf(mainTitle) }

  const shown = title.full === mainTitle ? text('mainpage') : title.full
  return { title: shown, address: addressOf(title.full, parseQuery(field('returntoquery'))) }
}

// Longer than what any page of ours asks.
const longestQuery = 2000

function parseQuery(text: string): Query {
  if (text.length > longestQuery) return {}

  const pairs = [...new URLSearchParams(text)].filter(([name]) => name !== 'title')
  return Object.fromEntries(pairs)
}
