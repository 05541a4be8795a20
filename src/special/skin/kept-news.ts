import { type Html, html } from '../../messages/html.ts'
import { isMessageKey } from '../../messages/languages.ts'
import type { MessageKey } from '../../messages/message.ts'
import { notice } from '../forms/notice.ts'
import type { PageCall } from '../page.ts'

const place = 'Jeton:news'

/** Keeps what has been done until the next page says it: a page that leads elsewhere shows nothing. */
export function keepNews(news: readonly MessageKey[], { session }: PageCall): void {
  session.keep(place, news.join('|'))
}

/** Says, once, what the page before has done. */
export function takeNews({ session, say }: PageCall): Html | undefined {
  const kept = session.data.get(place)
  if (typeof kept !== 'string') return undefined

  session.keep(place, undefined)
  const keys = kept.split('|').filter(isMessageKey)
  return keys.length === 0
    ? undefined
    : notice('success', html`${keys.map((key) => html`${say(key)} `)}`)
}
