import { escapeWikitext } from '../../messages/say.ts'
import { checkRight } from '../../modules/check-right.ts'
import { type Call, defineModule } from '../../modules/module.ts'
import type { Params } from '../../params/param-spec.ts'
import { ApiError } from '../../result/api-error.ts'
import { findAccount } from './find-account.ts'
import { globalLogEntry } from './log-entry.ts'

const name = 'deleteglobalaccount'

const params = {
  user: { type: 'string', required: true },
  reason: { type: 'string' },
} as const

/** Deletes an account as a global one: the account of this wiki stays. */
export const deleteglobalaccount = defineModule({
  name,
  className: 'MediaWiki\\Extension\\CentralAuth\\Api\\ApiDeleteGlobalAccount',
  examples: [
    {
      query: `action=${name}&user=Yves&reason=Double&token=123ABC`,
      summary: 'apihelp-deleteglobalaccount-example-1',
      answer: { [name]: { user: 'Yves', reason: 'Double' } },
    },
  ],
  errors: [
    { key: 'apierror-permissiondenied', params: ['###'] },
    { key: 'nosuchusershort', params: ['###'] },
  ],
  reads: true,
  writes: true,
  token: 'deleteglobalaccount',
  params,

  async answer(call: Call<Params<typeof params>>) {
    await checkRight(call, 'centralauth-unmerge', name)
    const { reason } = call.params
    const account = await findAccount(call.params.user, call, name)
    const isSecret = account.hidden === 'suppressed'
    // The log of what is hidden has another entry `delete` already.
    const action = isSecret ? 'cadelete' : 'delete'
    const log = globalLogEntry(
      { account, action, reason, params: new Map(), secret: isSecret },
      call,
    )
    if (await call.sources.globalAccounts.delete(account.name, log)) {
      return { user: account.name, reason: reason ?? null }
    }
    throw new ApiError(name, 'nosuchusershort', { params: [escapeWikitext(account.name)] })
  },
})
