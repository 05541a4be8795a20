import type { PageAnswer, PageCall } from '../page.ts'

/** Where MediaWiki keeps it between the two requests. */
const key = 'specialPreferencesSaveSuccess'

/** Leads back to the preferences, which then say that they have been saved. */
export function keepSuccess({ session, addressOf }: PageCall): PageAnswer {
  session.keep(key, 1)
  return { redirect: addressOf('Special:Preferences') }
}

/** Tells, once, whether preferences have just been saved. */
export function takeSuccess({ session }: PageCall): boolean {
  if (!session.data.has(key)) return false

  session.keep(key, undefined)
  return true
}
