import { createHash } from 'node:crypto'
import { type GlobalAccount, hidingLevels } from '../../auth/accounts/global-account-store.ts'
import { type Message, message } from '../../messages/message.ts'
import { escapeWikitext, say } from '../../messages/say.ts'
import { atLeastOneError, checkAtLeastOne } from '../../modules/check-at-least-one.ts'
import { checkRight } from '../../modules/check-right.ts'
import { type Call, defineModule } from '../../modules/module.ts'
import type { Params } from '../../params/param-spec.ts'
import { randomHex32 } from '../../random.ts'
import { ApiError } from '../../result/api-error.ts'
import { listOf } from '../../result/value.ts'
import { findAccount } from './find-account.ts'
import { globalLogEntry } from './log-entry.ts'
import { loggedChange } from './status-change.ts'

const name = 'setglobalaccountstatus'

const params = {
  user: { type: 'string', required: true },
  locked: { type: ['lock', 'unlock', ''] },
  hidden: { type: hidingLevels },
  reason: { type: 'string' },
  statecheck: { type: 'string' },
} as const

type StatusCall = Call<Params<typeof params>>

const changeable = ['locked', 'hidden'] as const

/** Who has edited more than that is known by now, and is not to be hidden. */
const mostEdits = 1000

/** Locks, unlocks, hides or shows an account. */
export const setglobalaccountstatus = defineModule({
  name,
  className: 'MediaWiki\\Extension\\CentralAuth\\Api\\ApiSetGlobalAccountStatus',
  examples: [
    {
      query: `action=${name}&user=Example&locked=lock&hidden=&reason=Spam&token=123ABC`,
      summary: 'apihelp-setglobalaccountstatus-example-1',
      answer: { [name]: { user: 'Example', locked: true, hidden: '', reason: 'Spam' } },
    },
    {
      query: `action=${name}&user=Example&locked=unlock&hidden=suppressed&reason=Spam&token=123ABC`,
      summary: 'apihelp-setglobalaccountstatus-example-2',
    },
  ],
  errors: [
    atLeastOneError('', changeable),
    { key: 'apierror-permissiondenied', params: ['###'] },
    { key: 'nosuchusershort', params: ['###'] },
    { key: 'apierror-centralauth-editconflict' },
  ],
  reads: true,
  writes: true,
  token: 'setglobalaccountstatus',
  params,

  async answer(call: StatusCall) {
    const { params, reply } = call
    checkAtLeastOne({ path: name, prefix: '' }, params, changeable)
    await checkRight(call, 'centralauth-lock', name)
    const from = await findAccount(params.user, call, name)
    if (params.statecheck && params.statecheck !== stateOf(from)) throw conflict()

    const why = await whyNot(from, call)
    if (why !== undefined) {
      // As in MediaWiki, it stands beside the answer, in a list of lists.
      reply.add('error', listOf('error', [listOf('error', [reply.formatter.status(why.key, why)])]))
      return { user: from.name, locked: from.locked, hidden: from.hidden }
    }
    const to = await change(from, call)
    const { locked, hidden } = to
    return { user: from.name, locked, hidden, reason: params.reason ?? null }
  },
})

/** What a client gives to make sure that nobody has changed the account since it looked. */
function stateOf({ id, name, hidden, locked }: GlobalAccount): string {
  return createHash('md5')
    .update(`${id}:${name}:${hidden}:${Number(locked)}`)
    .digest('hex')
}

function conflict(): ApiError {
  return new ApiError(name, 'apierror-centralauth-editconflict')
}

async function whyNot(
  { hidden, name, editCount }: GlobalAccount,
  { params, user }: StatusCall,
): Promise<Message | undefined> {
  const isAboutHiding = params.hidden !== undefined && (params.hidden !== '' || hidden !== '')
  if (!isAboutHiding) return undefined
  if (!(await user.may('centralauth-suppress'))) return message('centralauth-admin-not-authorized')
  if (editCount <= mostEdits) return undefined
  return message('centralauth-admin-too-many-edits', escapeWikitext(name), { num: mostEdits })
}

async function change(
  from: GlobalAccount,
  call: StatusCall,
): Promise<Pick<GlobalAccount, 'locked' | 'hidden'>> {
  const { params, sources, settings, user } = call
  const { reason } = params
  const to = {
    locked: params.locked ? params.locked === 'lock' : from.locked,
    hidden: params.hidden ?? from.hidden,
  }
  const logged = loggedChange(from, to)
  if (logged === undefined) return to

  const why = message('centralauth-admin-suppressreason', user.name, reason ?? '')
  const isDone = await sources.globalAccounts.setStatus({
    from,
    ...to,
    token: randomHex32(sources.random),
    suppression: {
      by: user.name,
      reason: say(why, settings.LanguageCode, 'wikitext'),
      made: sources.now,
    },
    log: globalLogEntry(
      {
        ...{ account: from, action: 'setstatus', reason, params: logged },
        secret: to.hidden !== '',
      },
      call,
    ),
  })
  if (!isDone) throw conflict()
  return to
}
