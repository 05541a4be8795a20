import { isoTime } from '../clock.ts'
import { type Html, html } from '../messages/html.ts'
import { sayTime } from '../messages/say-time.ts'

/** Shows a time in UTC; a number counts seconds since 1970. */
export function showTime(when: Date | number, language: string): Html {
  const time = typeof when === 'number' ? new Date(when * 1000) : when
  return html`<time datetime="${isoTime(time)}">${sayTime(time, language)}</time>`
}
