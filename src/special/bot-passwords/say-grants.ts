import { isMessageKey } from '../../messages/languages.ts'
import type { PageCall } from '../page.ts'

/** What a grant lets a program do, in words; of one that only the settings know, its name. */
export function sayGrant(grant: string, { text }: PageCall): string {
  const key = `grant-${grant}`
  return isMessageKey(key) ? text(key) : text('grant-generic', grant)
}

/** What grants have in common, in words. */
export function sayGrantGroup(group: string, { text }: PageCall): string {
  const key = `grant-group-${group}`
  return isMessageKey(key) ? text(key) : text('grant-group-other')
}
