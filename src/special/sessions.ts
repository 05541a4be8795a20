import { sessionSearch } from '../auth/sessions/session-search.ts'
import { type Html, html } from '../messages/html.ts'
import type { MessageKey } from '../messages/message.ts'
import { findLogInTime } from '../session/find-log-in-time.ts'
import { type ListedSession, listSessions } from '../session/list-sessions.ts'
import { presentSession } from '../session/present-session.ts'
import type { SessionUser } from '../session/session-users.ts'
import { buttons } from './forms/buttons.ts'
import { form } from './forms/form.ts'
import { readFormState } from './forms/form-token.ts'
import { notice } from './forms/notice.ts'
import { definePage, type PageAnswer, type PageCall } from './page.ts'
import { returnLink } from './return-link.ts'
import { carryOutEnding, type Ending, readEnding, sessionsEndedBy } from './sessions/ending.ts'
import { nameSession } from './sessions/name-session.ts'
import { sessionTable } from './sessions/session-table.ts'

const title = 'Special:Sessions'

/** How many sessions are shown: a program that logs in for each request leaves thousands behind. */
const mostShown = 100

/**
 * Shows somebody's sessions, and ends them. That needs no new login: who finds a stranger among them
 * must be quick, and nobody gains anything by ending another's.
 */
export const sessions = definePage({
  name: 'Sessions',
  title: 'pages-sessions',
  needsLogin: true,
  right: 'viewmyprivateinfo',
  // Addresses, and when one was where, are nobody else's business.
  holdsSecrets: true,

  async answer(call) {
    const { session, sources, clock, field, settings, user } = call
    const own = session.user
    if (own === undefined) throw new TypeError('Cannot list sessions: nobody is logged in')
    const show = async (problem?: MessageKey) =>
      showSessions(await listFrom(own, call, mostShown + 1), call, problem)
    const state = readFormState(call)
    if (state === 'not sent') return show()
    if (state === 'stale') return show('sessionfailure')
    if (settings.ReadOnly) return show('apierror-readonly')
    if (!(await user.may('editmyprivateinfo'))) return show('pages-error-right')

    const listed = await listFrom(own, call)
    const ending = readEnding(field('wpEnd'), listed)
    if (ending === undefined) return show('pages-sessions-gone')
    if (field('wpConfirm') === '') return confirm(ending, listed, call)

    const ended = sessionsEndedBy(ending, listed, session)
    await carryOutEnding(ending, { session, user: own }, { ...sources, clock })
    return tellEnd(ended.length, call)
  },
})

/** The sessions of who asks, the one that asks first. */
async function listFrom(
  user: SessionUser,
  { session, sources, clock, settings, agent }: PageCall,
  most?: number,
): Promise<readonly ListedSession[]> {
  const loggedIn = await findLogInTime(session, sources.sessionIndex)
  const { address } = sources
  const present = presentSession(session, { user, loggedIn, address, agent, settings, clock })
  const listed = await listSessions(user, sessionSearch({ ...sources, clock }), most)
  return [present, ...listed.filter(({ id }) => id !== session.id)]
}

function showSessions(
  listed: readonly ListedSession[],
  call: PageCall,
  problem?: MessageKey,
): PageAnswer {
  const { say } = call
  const body = [
    sessionTable(listed.slice(0, mostShown), call),
    listed.length > mostShown ? html`<p>${say('pages-sessions-more', mostShown)}</p>` : undefined,
    buttons(
      { label: say('pages-sessions-end-others'), name: 'wpEnd', value: 'others', kind: 'normal' },
      { label: say('pages-sessions-end-all'), name: 'wpEnd', value: 'all', kind: 'destructive' },
    ),
  ]
  return {
    body: html`${problem && notice('error', say(problem))}<p>${say('pages-sessions-intro')}</p>
${form({ title, id: 'jeton-sessions', body }, call)}
<p>${say('pages-sessions-remembered-note')}</p>
<p>${say('pages-sessions-programs-note')}</p>`,
  }
}

const questions = {
  one: 'pages-sessions-confirm-one',
  others: 'pages-sessions-confirm-others',
  all: 'pages-sessions-confirm-all',
} as const

/** Asks once more: more may end than the one whose button it was. */
function confirm(ending: Ending, listed: readonly ListedSession[], call: PageCall): PageAnswer {
  const { say, text, field, session, addressOf } = call
  const ended = sessionsEndedBy(ending, listed, session)
  const isOwn = ended.some(({ id }) => id === session.id)
  const names = ended.slice(0, mostShown).map((each) => html`<li>${nameSession(each, call)}</li>`)
  const left = ended.length - names.length
  const body = [
    names.length === 0
      ? html`<p>${say('pages-sessions-confirm-no-others')}</p>`
      : html`<p>${say(questions[ending.which])}</p><ul>${names}</ul>`,
    left > 0 ? html`<p>${say('pages-sessions-confirm-more', left)}</p>` : undefined,
    ended.length > 1 && ending.which === 'one'
      ? html`<p>${say('pages-sessions-confirm-remembered')}</p>`
      : undefined,
    isOwn ? html`<p>${say('pages-sessions-confirm-own')}</p>` : undefined,
    buttons({ label: say('pages-sessions-confirm-submit'), kind: 'destructive' }),
    html`<p><a href="${addressOf(title)}">${say('pages-sessions-cancel')}</a></p>`,
  ]
  const hidden = { wpEnd: field('wpEnd'), wpConfirm: '1' }
  return { title: text('pages-sessions-confirm'), body: form({ title, hidden, body }, call) }
}

async function tellEnd(count: number, call: PageCall): Promise<PageAnswer> {
  const { say, session, addressOf } = call
  const back: Html = html`<p><a href="${addressOf(title)}">${say('pages-sessions-back')}</a></p>`
  const body = notice('success', say('pages-sessions-ended', count))
  if (session.user !== undefined) return { body: html`${body}${back}` }
  return { body: html`${body}<p>${say('logouttext')}</p>${await returnLink(call)}` }
}
