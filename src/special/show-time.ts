import { isoTime } from '../clock.ts'
import { type Html, html } from '../messages/html.ts'
import { sayTime } from '../messages/say-time.ts'

/** Shows a time, in seconds since 1970, in UTC. */
export function showTime(seconds: number, language: string): Html {
  const time = new Date(seconds * 1000)
  return html`<time datetime="${isoTime(time)}">${sayTime(time, language)}</time>`
}
