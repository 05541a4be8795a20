import { spellQuery } from '../local-url.ts'
import type { PageCall, Query } from '../page.ts'

/** Where the visitor came from, as MediaWiki's forms of one step send it along without showing it. */
export function returnHidden({ field }: PageCall): Query {
  const all = { returnto: field('returnto'), returntoquery: field('returntoquery') }
  const given = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''))
  return { ...given, redirectparams: spellQuery(given) }
}
