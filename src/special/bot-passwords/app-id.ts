import { readPageTitle } from '../../modules/query/page-title.ts'
import type { PageCall } from '../page.ts'

/** Where all bot passwords are listed. */
export const listTitle = 'Special:BotPasswords'

const mostBytes = 32

/** The name of a bot password in the title of its page, where a space is spelled `_`. */
export function readAppId(subpage: string): string {
  return subpage.trim().replaceAll(' ', '_')
}

/** Tells whether a bot password can be called so. */
export function isAppId(text: string): boolean {
  return text !== '' && Buffer.byteLength(text) <= mostBytes
}

/** The title of the page of a bot password; `undefined` for names that no title can hold, such as `a#b`. */
export function titleOf(appId: string, { settings }: PageCall): string | undefined {
  const title = readPageTitle(`${listTitle}/${appId}`, { settings, interwikis: [] })
  if (!('full' in title)) return undefined

  const isSame = readAppId(title.full) === readAppId(`${listTitle}/${appId}`)
  return isSame ? title.full : undefined
}
