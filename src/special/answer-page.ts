import { findBlockCookieChanges } from '../api/block-cookie-changes.ts'
import { openVisit, saveVisit } from '../api/open-visit.ts'
import type { ApiAnswer, ApiRequest, Header } from '../api/request.ts'
import type { Wiki } from '../wiki.ts'
import { checkAccess } from './check-access.ts'
import { findTitledPage } from './find-titled-page.ts'
import type { PageAnswer, PageCall, ShownPage, SpecialPage } from './page.ts'
import { pageCall } from './page-call.ts'
import { frame } from './skin/frame.ts'
import { pagePolicy } from './skin/page-policy.ts'

/** A request for a page. */
export interface PageRequest extends ApiRequest {
  /** The title in the path, if it stands there. */
  readonly titleOfPath: string | undefined
}

/**
 * The path of every request for a page, top to bottom: finds out who asks and for what, whether they
 * may, lets the page answer, puts the frame around it, keeps the session.
 */
export async function answerPage(wiki: Wiki, request: PageRequest): Promise<ApiAnswer> {
  const visit = await openVisit(wiki, request, 'page')
  const titled = await findTitledPage(request, visit)
  const call = pageCall(wiki, request, visit, titled.subpage)
  const { page } = titled
  const answered = titled.redirect ?? (await checkAccess(page, call)) ?? (await page.answer(call))

  const body = 'body' in answered ? await frame(answered, { ...titled, call }) : ''
  const blockChanges = await findBlockCookieChanges(visit, 'private')
  await saveVisit(visit)
  for (const task of visit.tasks) wiki.afterwards.start(task)
  for (const change of blockChanges) visit.cookies.changePublic(change)
  return {
    status: statusOf(answered),
    headers: [...visit.headers, ...headersOf(answered, page, call)],
    cookies: visit.cookies.changes,
    settings: visit.settings,
    body,
  }
}

function statusOf(answered: PageAnswer): number {
  return answered.status ?? ('redirect' in answered ? 302 : 200)
}

function headersOf(
  answered: PageAnswer,
  page: SpecialPage,
  { settings, language }: PageCall,
): readonly Header[] {
  const type: Header = ['Content-Type', 'text/html; charset=UTF-8']
  const cache: readonly Header[] = [
    ['Vary', 'Accept-Encoding, Cookie'],
    ['Expires', new Date(0).toUTCString()],
  ]
  if ('redirect' in answered) {
    const location = new URL(answered.redirect, settings.Server).href
    return [type, ...cache, privately, ['Location', location]]
  }
  return [
    type,
    ['Content-Language', language],
    ['Content-Security-Policy', pagePolicy(settings)],
    ['Referrer-Policy', 'same-origin'],
    ['X-Frame-Options', 'DENY'],
    ...cache,
    ...(isKept(answered, page) ? [privately] : neverKept),
  ]
}

/** What has a secret to type, or is refused, is not shown again by the button that goes back. */
function isKept({ status }: ShownPage, page: SpecialPage): boolean {
  return (status ?? 200) === 200 && !page.holdsSecrets
}

const privately: Header = ['Cache-Control', 'private, must-revalidate, max-age=0']
const neverKept: readonly Header[] = [
  ['Cache-Control', 'no-cache, no-store, max-age=0, must-revalidate'],
  ['Pragma', 'no-cache'],
]
