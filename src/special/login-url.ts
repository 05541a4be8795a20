import { readQuery, spellQuery } from './local-url.ts'
import type { PageCall, Query, SpecialPage } from './page.ts'

/** Where somebody logs in who then comes back to a page. */
export function loginUrl(page: SpecialPage, call: PageCall, more: Query = {}): string {
  const { params, subpage, addressOf } = call
  const returnto = `Special:${page.name}${subpage === '' ? '' : `/${subpage}`}`
  const returntoquery = spellQuery(readQuery(params))
  return addressOf('Special:UserLogin', { returnto, returntoquery, ...more })
}
