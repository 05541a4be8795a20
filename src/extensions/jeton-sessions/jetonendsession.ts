import { endOtherSessions, endSession } from '../../auth/sessions/end-sessions.ts'
import { sessionSearch } from '../../auth/sessions/session-search.ts'
import { checkOnlyOne, onlyOneErrors } from '../../modules/check-only-one.ts'
import { actionOf, checkRight } from '../../modules/check-right.ts'
import { type Call, defineModule } from '../../modules/module.ts'
import { ApiError } from '../../result/api-error.ts'
import { listOf } from '../../result/value.ts'
import {
  findSession,
  type ListedSession,
  listSessions,
  type SessionSearch,
} from '../../session/list-sessions.ts'
import type { Session } from '../../session/session.ts'
import type { SessionUser } from '../../session/session-users.ts'

const path = 'jetonendsession'
const names = ['id', 'others'] as const

/** Ends sessions of the user that `list=jetonsessions` tells of: one, or all but the one that asks. */
export const jetonendsession = defineModule({
  name: path,
  className: 'ApiJetonEndSession',
  examples: [
    {
      query: 'action=jetonendsession&id=0123456789abcdef0123456789abcdef&token=123ABC',
      summary: 'apihelp-jetonendsession-example-one',
      answer: { jetonendsession: { ended: listOf('id', ['0123456789abcdef0123456789abcdef']) } },
    },
    {
      query: 'action=jetonendsession&others=1&token=123ABC',
      summary: 'apihelp-jetonendsession-example-others',
      answer: { jetonendsession: { ended: listOf('id', ['0123456789abcdef0123456789abcdef']) } },
    },
  ],
  errors: [
    { key: 'apierror-mustbeloggedin', params: [actionOf('editmyprivateinfo')] },
    { key: 'apierror-permissiondenied', params: [actionOf('editmyprivateinfo')] },
    ...onlyOneErrors('', names),
    { key: 'apierror-jeton-nosuchsession' },
  ],
  writes: true,
  token: 'csrf',
  params: {
    id: { type: 'string' },
    others: { type: 'boolean' },
  },

  async answer(call) {
    const { params, session, user, sources, clock } = call
    const action = actionOf('editmyprivateinfo')
    if (!user.isRegistered || session.user === undefined)
      throw new ApiError(path, 'apierror-mustbeloggedin', { params: [action] })
    await checkRight(call, 'editmyprivateinfo', path)
    const { id, others } = params
    checkOnlyOne({ path, prefix: '' }, { id, others: others || undefined }, names)

    const search = sessionSearch({ ...sources, clock })
    if (others) {
      const sessions = await listSessions(session.user, search)
      // The session of who asks gets another id.
      const ended = sessions.filter((each) => each.id !== session.id)
      await endOtherSessions(session, sources)
      return endedSessions(ended)
    }
    const target = await findByHandle(id ?? '', session.user, search)
    if (target === undefined) throw new ApiError(path, 'apierror-jeton-nosuchsession')
    return endedSessions(await end(target, session, { ...sources, clock }))
  },
})

/** Finds a session to be ended: first among those that have come here, which is quick. */
async function findByHandle(
  handle: string,
  user: SessionUser,
  search: SessionSearch,
): Promise<ListedSession | undefined> {
  const known = await findSession(user, handle, search)
  return known ?? (await listSessions(user, search)).find((each) => each.handle === handle)
}

async function end(
  target: ListedSession,
  session: Session,
  sources: Call['sources'] & Pick<Call, 'clock'>,
): Promise<readonly ListedSession[]> {
  if (target.id !== session.id) return endSession(target, sources, session)

  // That is logging out: its cookies go as well.
  session.end()
  return [target]
}

function endedSessions(ended: readonly ListedSession[]) {
  return {
    ended: listOf(
      'id',
      ended.map(({ handle }) => handle),
    ),
  }
}
