import { operationStatus } from '../auth/manager/operation-status.ts'
import { html } from '../messages/html.ts'
import { loginUrl } from './login-url.ts'
import type { PageAnswer, PageCall, SpecialPage } from './page.ts'
import { refused } from './refused.ts'
import { sayBlock } from './say-block.ts'

/** Says why a page is not for who asks, or sends them to where they can log in; `undefined` if it is. */
export async function checkAccess(
  page: SpecialPage,
  call: PageCall,
): Promise<PageAnswer | undefined> {
  const { user, session, settings, sources, say, isPosted } = call
  if (!page.isForEverybody && !(await user.may('read')))
    return refused(say('pages-error-read'), call)
  // What was typed into a form is lost by the way to the login.
  const unsaved = isPosted ? { warning: 'pages-login-unsaved' } : {}
  if (page.needsLogin && !user.isRegistered) {
    const warning = page.needsLogin === true ? 'exception-nologin-text' : page.needsLogin
    return { redirect: loginUrl(page, call, { warning, ...unsaved }) }
  }
  if (page.right !== undefined && !(await user.may(page.right))) {
    return refused(say('pages-error-right'), call)
  }
  const blocked = page.refusesBlocked ? await sayBlock(call) : undefined
  if (blocked !== undefined) return { title: call.text('blockedtitle'), body: blocked }
  if (page.writes && settings.ReadOnly) {
    const title = call.text('readonly')
    return { title, body: html`<p>${say('readonlytext', settings.ReadOnly)}</p>` }
  }
  if (page.securityLevel === undefined) return undefined

  const status = operationStatus(page.securityLevel, { session, settings, now: sources.now })
  if (status === 'reauth') {
    return { redirect: loginUrl(page, call, { force: page.securityLevel, ...unsaved }) }
  }
  return status === 'fail' ? refused(say('pages-error-reauthenticate'), call) : undefined
}
