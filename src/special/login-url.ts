import { readQuery, spellQuery } from './local-url.ts'
import type { PageCall, Query, SpecialPage } from './page.ts'
import { specialTitle } from './special-title.ts'

/** Where somebody logs in who then comes back to a page. */
export function loginUrl(page: SpecialPage, call: PageCall, more: Query = {}): string {
  const { params, subpage, addressOf } = call
  const returnto = specialTitle(page.name, subpage)
  const returntoquery = spellQuery(readQuery(params))
  return addressOf('Special:UserLogin', { returnto, returntoquery, ...more })
}
