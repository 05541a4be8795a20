import type { Awaitable } from '../../awaitable.ts'
import { message } from '../../messages/message.ts'
import type { ParamSpecs, Params } from '../../params/param-spec.ts'
import { ApiError } from '../../result/api-error.ts'
import { warning } from '../../result/problem.ts'
import { annotate, listOf, type ResultObject, type ResultValue } from '../../result/value.ts'
import type { Call } from '../module.ts'
import { cleanedTitles, type RenamedTitle } from './given-titles.ts'
import { type PageTitle, readPageTitle } from './page-title.ts'

/** One of the pages that a query is about. */
export interface QueryPage {
  /** Its id, or a number below 0 for a page that is not there. */
  readonly key: number | bigint
  /** `undefined` if it was asked for by an id that nothing has, or by what cannot be a title. */
  readonly title: PageTitle | undefined
  /** What is told of it whatever is asked. */
  readonly about: ResultObject
}

/** The pages that a query is about, and how they were found. */
export interface PageSet {
  readonly pages: readonly QueryPage[]
  /** How the titles that were asked for are spelled here. */
  readonly normalized: readonly RenamedTitle[]
  /** Titles that lead to other wikis. */
  readonly interwiki: readonly PageTitle[]
  /** Ids of revisions that are not there. */
  readonly badRevisions: readonly bigint[]
}

/** The parameters that say which pages a query is about. */
export const pageSetParams = {
  titles: { type: 'string', multi: true },
  pageids: { type: 'integer', multi: true },
  revids: { type: 'integer', multi: true },
  generator: { type: 'string' },
  redirects: { type: 'boolean' },
  converttitles: { type: 'boolean' },
} as const satisfies ParamSpecs

type PageSetCall = Call<Params<typeof pageSetParams>>

/** A query about nothing in particular. */
export const noPages: PageSet = { pages: [], normalized: [], interwiki: [], badRevisions: [] }

/** Finds the pages that a query asks for by titles, by their ids, or by those of revisions: a wiki of ours has none. */
export function findPages(call: PageSetCall): Awaitable<PageSet> {
  const { params, reply } = call
  const [source, other] = (['titles', 'pageids', 'revids'] as const).filter(
    (name) => params[name] !== undefined,
  )
  if (source !== undefined && other !== undefined) {
    const names = [other, source]
    throw new ApiError('query', 'apierror-invalidparammix-cannotusewith', { params: names })
  }
  if (params.titles !== undefined) {
    return pagesOfTitles(params.titles, call, cleanedTitles(call.reading.raw))
  }
  if (params.pageids !== undefined) return { ...noPages, pages: params.pageids.map(missingId) }
  if (params.revids === undefined) return noPages

  if (params.redirects) {
    reply.warn(warning('query', message('apiwarn-redirectsandrevids')))
  }
  return { ...noPages, badRevisions: params.revids }
}

function missingId(pageid: bigint): QueryPage {
  return { key: pageid, title: undefined, about: { pageid, missing: true } }
}

/** Finds pages by titles, some of which may have been renamed already. */
export async function pagesOfTitles(
  titles: readonly string[],
  { settings, sources, reply }: Pick<Call, 'settings' | 'sources' | 'reply'>,
  cleaned: readonly RenamedTitle[] = [],
): Promise<PageSet> {
  const needsInterwikis = titles.some((title) => title.includes(':'))
  const interwikis = needsInterwikis ? await sources.interwikis.list() : []
  const renamed = new Map(cleaned.map((each) => [each.from, each]))
  const invalid: ResultObject[] = []
  const found = new Map<string, PageTitle>()
  for (const given of titles) {
    const title = readPageTitle(given, { settings, interwikis })
    if ('key' in title) {
      const invalidreason = reply.formatter.reason(title.key, title)
      invalid.push({ title: given, invalidreason, invalid: true })
      continue
    }
    // What is nothing but a part of a page names the page that it is on, which here is none.
    if (title.full !== '') found.set(title.full, title)
    if (title.full !== given) {
      renamed.set(given, { fromencoded: false, from: given, to: title.full })
    }
  }
  return {
    ...noPages,
    normalized: [...renamed.values()],
    interwiki: [...found.values()].filter(({ interwiki }) => interwiki !== undefined),
    pages: missingPages(invalid, [...found.values()]),
  }
}

/** Numbers what is not there from -1 down: what is no title, special pages, and then the others by namespace. */
function missingPages(
  invalid: readonly ResultObject[],
  titles: readonly PageTitle[],
): readonly QueryPage[] {
  const here = titles.filter(({ interwiki }) => interwiki === undefined)
  const special = here.filter(({ namespace }) => namespace < 0)
  const ordinary = here.filter(({ namespace }) => namespace >= 0)
  const grouped = [...Map.groupBy(ordinary, ({ namespace }) => namespace).values()].flat()

  const firstSpecial = -1 - invalid.length
  const firstOrdinary = firstSpecial - special.length
  return [
    ...grouped.map((title, index) => missing(firstOrdinary - index, title, {})),
    ...invalid.map((about, index) => ({ key: -1 - index, title: undefined, about })),
    ...special.map((title, index) => missing(firstSpecial - index, title, { special: true })),
  ]
}

function missing(key: number, title: PageTitle, more: ResultObject): QueryPage {
  return { key, title, about: { ns: title.namespace, title: title.full, ...more, missing: true } }
}

/** The parts of an answer that tell of the pages. */
export function pageSetParts(
  { pages, normalized, interwiki, badRevisions }: PageSet,
  wants: { readonly indexpageids: boolean; readonly iwurl: boolean },
): [name: string, value: ResultValue][] {
  const parts: [string, ResultValue][] = []
  if (normalized.length > 0) parts.push(['normalized', listOf('n', normalized.map(spellRenamed))])
  if (interwiki.length > 0) {
    const links = interwiki.map((title) => spellInterwiki(title, wants.iwurl))
    parts.push(['interwiki', listOf('i', links)])
  }
  if (badRevisions.length > 0) parts.push(['badrevids', spellBadRevisions(badRevisions)])
  if (pages.length > 0 && wants.indexpageids) {
    const ids = pages.map(({ key }) => String(key))
    parts.push(['pageids', listOf('id', ids)])
  }
  return parts
}

function spellRenamed({ fromencoded, from, to }: RenamedTitle): ResultObject {
  return { fromencoded, from, to }
}

function spellInterwiki({ full, text, interwiki }: PageTitle, withUrl: boolean): ResultObject {
  const link = { title: full, iw: interwiki?.prefix ?? '' }
  if (!withUrl || interwiki === undefined) return link

  const path = encodeURIComponent(text.replaceAll(' ', '_')).replace(
    /%(?:2F|3A|3B|40|24|21|2A|28|29|2C|7E)/g,
    decodeURIComponent,
  )
  return { ...link, url: interwiki.url.replace('$1', () => path) }
}

function spellBadRevisions(ids: readonly bigint[]): ResultValue {
  const entries = ids.map((revid): [string, ResultValue] => [
    String(revid),
    { revid, missing: true },
  ])
  // Keys that count from 0 make a list of what is an object otherwise, as PHP's arrays have it.
  const isList = ids.every((id, index) => id === BigInt(index))
  return isList
    ? listOf(
        'rev',
        entries.map(([, value]) => value),
      )
    : annotate(new Map(entries), { itemTag: 'rev' })
}

/** `pages` itself, with what the modules tell of each. */
export function pageSetPages(
  { pages }: PageSet,
  told: ReadonlyMap<string, ResultObject>,
): ResultValue | undefined {
  if (pages.length === 0) return undefined
  const entries = pages.map(({ key, about }): [string, ResultValue] => [
    String(key),
    { ...about, ...told.get(String(key)) },
  ])
  return annotate(new Map(entries), { itemTag: 'page', arrayType: 'BCarray' })
}
