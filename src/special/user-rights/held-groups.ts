import type { Account } from '../../auth/accounts/account-store.ts'
import { findGroupName } from '../../auth/groups/group-name.ts'
import type { Membership } from '../../auth/groups/membership-store.ts'
import { User } from '../../auth/user.ts'
import { type Html, html } from '../../messages/html.ts'
import { spokenLanguage } from '../../messages/languages.ts'
import { sayTime } from '../../messages/say-time.ts'
import type { PageCall } from '../page.ts'

/** Says which groups an account was put into, and which it is in by itself. */
export async function heldGroups(
  account: Account,
  held: readonly Membership[],
  call: PageCall,
): Promise<Html> {
  const { say, sources, language, text } = call
  const name = (group: string): string => findGroupName(group, language) ?? group
  const list = new Intl.ListFormat(spokenLanguage(language), { type: 'unit' })
  const given = held.map(({ group, expires }) =>
    expires === undefined
      ? name(group)
      : text('group-membership-link-with-expiry', name(group), sayTime(expires, language)),
  )
  const everybodys = new Set(['*', 'user'])
  const implicit = (await new User(sources, account).implicitGroups()).filter(
    (group) => !everybodys.has(group),
  )
  const own =
    given.length === 0
      ? say('pages-userrights-nogroups')
      : say('userrights-groupsmember', list.format(given))
  return html`<p>${own}</p>
${
  implicit.length === 0
    ? undefined
    : html`<p>${say('userrights-groupsmember-auto', list.format(implicit.map(name)))}</p>\n`
}`
}
