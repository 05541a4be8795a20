import { explainFor } from '../../auth/sessions/explain-for.ts'
import { flawMessage, type TokenFlaw } from '../../auth/sessions/token-flaw.ts'
import { isoTime } from '../../clock.ts'
import { isoSeconds } from '../../modules/iso-seconds.ts'
import { type Call, defineModule } from '../../modules/module.ts'
import type { ErrorFormatter } from '../../result/error-format.ts'
import { listOf, type ResultObject, type ResultValue } from '../../result/value.ts'
import type { ListedSession } from '../../session/list-sessions.ts'

/** Explains a token to who holds it: when it was made, what it is good for, and why not for more. */
export const jetonexplaintoken = defineModule({
  name: 'jetonexplaintoken',
  className: 'ApiJetonExplainToken',
  examples: [
    {
      query: 'action=jetonexplaintoken&token=123ABC',
      summary: 'apihelp-jetonexplaintoken-example-simple',
      answer: {
        jetonexplaintoken: {
          valid: false,
          types: listOf('type', []),
          forms: listOf('form', []),
          reasons: listOf('reason', [
            { code: 'upper-case', text: 'It has capital letters: a token has small ones.' },
            {
              code: 'truncated',
              text: 'Part of it is missing: a token has 40 hexadecimal digits, and then +\\.',
            },
          ]),
          session: 'none',
        },
      },
    },
  ],
  mustBePosted: true,
  params: {
    // Longer than any token however it is spelled, and than an answer with a token in it.
    token: { type: 'string', required: true, sensitive: true, posted: true, maxBytes: 2000 },
  },

  async answer(call) {
    const { params, sources, clock, reply } = call
    const explained = await explainFor(params.token, call, { ...sources, clock })
    const { damage, meant, made, types, forms, reasons, loggedIn, other } = explained
    const flaws = [...damage, ...reasons]
    return {
      valid: flaws.length === 0,
      types: listOf('type', types),
      forms: listOf('form', forms),
      ...(made !== undefined && { generated: isoSeconds(made) }),
      ...(damage.length > 0 && { meant }),
      reasons: listOf(
        'reason',
        flaws.map((flaw) => spell(flaw, loggedIn, reply.formatter)),
      ),
      session: kindOf(call),
      ...(loggedIn !== undefined && { loggedin: isoTime(new Date(loggedIn * 1000)) }),
      ...(other && { othersession: describe(other) }),
    } satisfies ResultObject
  },
})

/** As `list=jetonsessions` has it. */
function describe({ handle, appId }: ListedSession): ResultObject {
  return { id: handle, type: appId === undefined ? 'browser' : 'botpassword', appid: appId }
}

/** Which session the token is looked at in, as far as the request's credentials count. */
function kindOf({ session, hasCredentials }: Call): string {
  if (!hasCredentials) return 'ignored'
  if (session.user !== undefined) return session.kind === 'cookie' ? 'browser' : 'botpassword'
  return session.stored === undefined ? 'none' : 'anonymous'
}

/** A reason with its code in each format of errors; that of old clients has only words for it. */
function spell(
  flaw: TokenFlaw,
  loggedIn: number | undefined,
  formatter: ErrorFormatter,
): ResultValue {
  const spelled = formatter.reason(flaw, flawMessage(flaw, loggedIn))
  return typeof spelled === 'string' ? { code: flaw, text: spelled } : spelled
}
