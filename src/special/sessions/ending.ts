import { endOtherSessions, endSession, endSessionsOf } from '../../auth/sessions/end-sessions.ts'
import type { SessionSources } from '../../auth/sessions/session-search.ts'
import type { ListedSession } from '../../session/list-sessions.ts'
import type { Session } from '../../session/session.ts'
import type { SessionUser } from '../../session/session-users.ts'

/** Which sessions somebody wants to end. */
export type Ending =
  | { readonly which: 'one'; readonly target: ListedSession }
  | { readonly which: 'others' | 'all' }

/** Reads which sessions are to end: a handle, or a word; `undefined` for one that is not there. */
export function readEnding(text: string, listed: readonly ListedSession[]): Ending | undefined {
  if (text === 'others' || text === 'all') return { which: text }

  const target = listed.find(({ handle }) => handle === text)
  return target && { which: 'one', target }
}

/** The sessions that an ending takes with it, of those that are there. */
export function sessionsEndedBy(
  ending: Ending,
  listed: readonly ListedSession[],
  { id }: Session,
): readonly ListedSession[] {
  const others = listed.filter((each) => each.id !== id)
  if (ending.which !== 'one') return ending.which === 'all' ? listed : others

  const { target } = ending
  const isAlone = !target.remembered || target.id === id
  return isAlone ? [target] : others.filter((each) => each.remembered)
}

/** Ends sessions; the one that asks ends as by logging out. */
export async function carryOutEnding(
  ending: Ending,
  { session, user }: { readonly session: Session; readonly user: SessionUser },
  sources: SessionSources,
): Promise<void> {
  switch (ending.which) {
    case 'one':
      if (ending.target.id === session.id) session.end()
      else await endSession(ending.target, sources, session)
      return
    case 'others':
      return endOtherSessions(session, sources)
    case 'all':
      await endSessionsOf(user, sources)
      session.end()
  }
}
