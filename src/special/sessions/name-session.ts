import { type Html, html } from '../../messages/html.ts'
import type { ListedSession } from '../../session/list-sessions.ts'
import type { PageCall } from '../page.ts'

/** What a session is called where its user reads of it: what has it, and which program that says it is. */
export function nameSession(
  { id, appId, remembered, agent }: ListedSession,
  { session, say }: PageCall,
): Html {
  const name = html`<bdi>${appId}</bdi>`
  const kind = remembered ? 'pages-sessions-remembered' : 'pages-sessions-browser'
  const what = appId === undefined ? say(kind) : say('pages-sessions-program', name)
  const isThis = id === session.id
  const mark = isThis ? html`, <strong>${say('pages-sessions-this')}</strong>` : undefined
  // The agent is what the client said of itself.
  const says = agent ? html` <small class="jeton-agent"><bdi>(${agent})</bdi></small>` : undefined
  return html`${what}${mark}${says}`
}
