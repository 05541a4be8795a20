import { sessionSearch } from '../../auth/sessions/session-search.ts'
import { isoTime } from '../../clock.ts'
import { actionOf, checkRight } from '../../modules/check-right.ts'
import { defineQueryModule } from '../../modules/query/query-module.ts'
import { ApiError } from '../../result/api-error.ts'
import { listOf, type ResultObject } from '../../result/value.ts'
import { type ListedSession, lastUsedFirst, listSessions } from '../../session/list-sessions.ts'
import type { Session } from '../../session/session.ts'

const module = { path: 'query+jetonsessions', prefix: 'jes' } as const

/** Lists the sessions of the user, the one that was used last first. */
export const jetonsessions = defineQueryModule('list', {
  ...module,
  name: 'jetonsessions',
  className: 'ApiQueryJetonSessions',
  examples: [
    {
      query: 'action=query&list=jetonsessions',
      summary: 'apihelp-query+jetonsessions-example-simple',
      answer: {
        batchcomplete: true,
        query: {
          jetonsessions: listOf('session', [
            {
              id: '0123456789abcdef0123456789abcdef',
              current: true,
              type: 'browser',
              remembered: true,
              made: '2026-01-01T12:00:00Z',
              used: '2026-01-01T12:34:00Z',
              expires: '2026-01-01T13:30:00Z',
              address: '192.0.2.1',
              agent: 'Mozilla/5.0',
            },
          ]),
        },
      },
    },
  ],
  errors: [
    { key: 'apierror-mustbeloggedin', params: [actionOf('viewmyprivateinfo')] },
    { key: 'apierror-permissiondenied', params: [actionOf('viewmyprivateinfo')] },
    { key: 'apierror-badcontinue' },
  ],
  params: {
    limit: { type: 'limit', default: '50', min: 1, max: 500, highMax: 5000 },
    continue: { type: 'string' },
  },

  async answer(call) {
    const { params, session, user, sources, clock } = call
    const action = actionOf('viewmyprivateinfo')
    if (!user.isRegistered || session.user === undefined)
      throw new ApiError(module.path, 'apierror-mustbeloggedin', { params: [action] })
    await checkRight(call, 'viewmyprivateinfo', module.path)

    const from = readContinue(params.continue)
    const all = await listSessions(session.user, sessionSearch({ ...sources, clock }))
    const left = all
      .toSorted(lastUsedFirst)
      .filter((each) => from === undefined || lastUsedFirst(from, each) <= 0)
    const next = left[params.limit]
    if (next !== undefined) call.goOnWith('continue', `${next.used ?? 0}|${next.handle}`)
    const shown = left.slice(0, params.limit)
    return {
      jetonsessions: listOf(
        'session',
        shown.map((each) => describe(each, session)),
      ),
    }
  },
})

function readContinue(
  text: string | undefined,
): Pick<ListedSession, 'used' | 'handle'> | undefined {
  if (text === undefined) return undefined

  const [, used, handle] = /^(\d{1,12})\|([0-9a-f]{32})$/.exec(text) ?? []
  if (handle === undefined) throw new ApiError(module.path, 'apierror-badcontinue')
  return { used: Number(used), handle }
}

function describe(listed: ListedSession, asking: Session): ResultObject {
  const { id, handle, appId, remembered, made, used, address, agent, record } = listed
  return {
    id: handle,
    current: id === asking.id,
    type: appId === undefined ? 'browser' : 'botpassword',
    appid: appId,
    remembered,
    made: spell(made),
    used: spell(used),
    expires: spell(record.metadata.expires),
    address,
    agent,
  }
}

function spell(seconds: number | undefined): string | undefined {
  return seconds === undefined ? undefined : isoTime(new Date(seconds * 1000))
}
