import type { Account } from '../auth/accounts/account-store.ts'
import type { AuthRequest } from '../auth/manager/auth-request.ts'
import type { AuthResponse } from '../auth/manager/auth-response.ts'
import { fillIn } from '../auth/manager/fill-in.ts'
import { beginLink, canLink, continueLink } from '../auth/manager/link-flow.ts'
import { requestsFor } from '../auth/manager/requests-for.ts'
import { html } from '../messages/html.ts'
import { message } from '../messages/message.ts'
import { saltedTokenMatches } from '../session/token.ts'
import { authFields } from './auth/auth-fields.ts'
import { leave } from './auth/leave.ts'
import { linkForm, linkSalt, type Said } from './auth/link-form.ts'
import { pageAuthContext } from './auth/page-auth-context.ts'
import { isAnswer, readAction, type StepAction } from './auth/read-action.ts'
import { readAuthFields } from './auth/read-auth-fields.ts'
import { returnAddress } from './auth/return-address.ts'
import { formToken } from './forms/form-token.ts'
import { definePage, type PageAnswer, type PageCall } from './page.ts'

/** Links somebody's account to one of another service, step by step. */
export const linkAccounts = definePage({
  name: 'LinkAccounts',
  title: 'linkaccounts',
  securityLevel: 'LinkAccounts',
  holdsSecrets: true,

  async answer(call) {
    const { sources, user, addressOf } = call
    const account = await user.account()
    if (account === undefined || !canLink(sources.providers)) return noProvider(call)

    const action = readAction('link', call)
    const requests = await requestsFor(action, pageAuthContext(call), user)
    if (requests.length > 0) return takeStep({ action, requests, account }, call)
    // What was asked is gone: whoever comes back to it begins again.
    return action === 'link' ? noProvider(call) : { redirect: addressOf('Special:LinkAccounts') }
  },
})

function noProvider({ say, text }: PageCall): PageAnswer {
  const body = html`<p>${say('cannotlink-no-provider')}</p>`
  return { title: text('cannotlink-no-provider-title'), body }
}

interface Step {
  readonly action: StepAction<'link'>
  readonly requests: readonly AuthRequest[]
  readonly account: Account
}

async function takeStep(step: Step, call: PageCall): Promise<PageAnswer> {
  const { action, requests, account } = step
  const show = (said: Said) => ({ body: linkForm({ action, requests, ...said }, call) })
  if (!isAnswer(call)) return show({})

  const owner = { session: call.session, isRegistered: true }
  if (!saltedTokenMatches(owner, linkSalt, call.field('wpAuthToken'))) {
    return show({ error: message('sessionfailure') })
  }
  if (call.settings.ReadOnly) return show({ error: message('apierror-readonly') })
  const { sent, problems } = readAuthFields(authFields(requests, {}), call)
  if (problems.size > 0 && call.isPosted) return show({ problems })

  const submission = fillIn(requests, sent)
  const context = pageAuthContext(call)
  const token = { wpAuthToken: formToken(call, linkSalt) }
  const response =
    action === 'link-continue'
      ? await continueLink(account, submission, context)
      : await beginLink(
          account,
          submission,
          returnAddress('Special:LinkAccounts', token, call),
          context,
        )
  return respond(response, call)
}

async function respond(response: AuthResponse, call: PageCall): Promise<PageAnswer> {
  const again = (said: Said) => begin(said, call)
  switch (response.status) {
    case 'PASS':
      return again({ success: message('linkaccounts-success-text') })
    case 'FAIL':
      return again({ error: response.why })
    case 'REDIRECT':
      return leave(response.target, call)
    case 'UI':
    case 'RESTART': {
      const { requests, why: warning } = response
      return { body: linkForm({ action: 'link-continue', requests, warning }, call) }
    }
  }
}

async function begin(said: Said, call: PageCall): Promise<PageAnswer> {
  const requests = await requestsFor('link', pageAuthContext(call), call.user)
  return { body: linkForm({ action: 'link', requests, ...said }, call) }
}
