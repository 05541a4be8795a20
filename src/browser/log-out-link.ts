import type { MediaWiki } from './mw.ts'

/** Has the link log out at once, by the API, and lead to its page then; without scripts, that page asks first. */
export function improveLogOutLink(link: HTMLAnchorElement, mw: MediaWiki): void {
  let isBusy = false
  link.addEventListener('click', (event) => {
    // In a tab of its own it leads to the page, as links do.
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return

    event.preventDefault()
    if (isBusy) return
    isBusy = true
    mw.notify(mw.msg('logging-out-notify'), { tag: 'logout', autoHide: false })
    const api = new mw.Api()
    api
      .postWithToken('csrf', { action: 'logout' })
      .always(() => {
        isBusy = false
      })
      .done(() => location.assign(link.href))
      .fail((_code: string, details: unknown) => {
        mw.notify(api.getErrorMessage(details), { type: 'error', tag: 'logout' })
      })
  })
}
