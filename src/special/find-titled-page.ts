import type { Visit } from '../api/open-visit.ts'
import { readPageTitle } from '../modules/query/page-title.ts'
import type { PageRequest } from './answer-page.ts'
import { localUrl, readQuery } from './local-url.ts'
import { mainPage } from './main-page.ts'
import { mainTitle } from './main-title.ts'
import { missingPage, noSuchSpecialPage } from './missing-page.ts'
import type { Redirect, SpecialPage } from './page.ts'
import { findPage } from './pages.ts'
import { specialTitle } from './special-title.ts'

/** The page that a title means. */
export interface TitledPage {
  readonly page: SpecialPage
  /** The whole title, as it is shown: `Special:BotPasswords/bot`. */
  readonly title: string
  readonly namespace: number
  readonly subpage: string
  /** Where the page is found by its own name. */
  readonly redirect?: Redirect
}

const specialNamespace = -1

/** Finds the page that a title means; titles that mean nothing have a page that says so. */
export async function findTitledPage(
  request: PageRequest,
  { settings, sources }: Visit,
): Promise<TitledPage> {
  const given = request.params.peekText('title') || request.titleOfPath
  if (given === undefined) {
    const redirect = { redirect: localUrl(mainTitle, settings), status: 301 } as const
    return { page: mainPage, title: mainTitle, namespace: 0, subpage: '', redirect }
  }
  const interwikis = await sources.interwikis.list()
  const title = readPageTitle(given, { settings, interwikis })
  if (!('full' in title)) {
    return {
      page: missingPage,
      title: 'Special:Badtitle',
      namespace: specialNamespace,
      subpage: '',
    }
  }
  if (title.namespace !== specialNamespace) {
    const page = title.full === mainTitle ? mainPage : missingPage
    return { page, title: title.full, namespace: title.namespace, subpage: '' }
  }

  const [name = '', ...rest] = title.text.split('/')
  const page = findPage(name, settings)
  const subpage = rest.join('/')
  if (page === undefined) {
    const namespace = specialNamespace
    return { page: noSuchSpecialPage, title: title.full, namespace, subpage }
  }
  const own = specialTitle(page.name, subpage)
  const isOwn = name.replaceAll(' ', '_') === page.name || request.method === 'POST'
  const target = { page, title: own, namespace: specialNamespace, subpage }
  if (isOwn) return target
  return { ...target, redirect: { redirect: localUrl(own, settings, readQuery(request.params)) } }
}
