import type { AuthRequest } from '../../auth/manager/auth-request.ts'
import { listReasons, type Reasons } from '../../auth/manager/auth-response.ts'
import { readPreserved } from '../../auth/manager/preserved-state.ts'
import { type Html, html } from '../../messages/html.ts'
import { notice } from '../forms/notice.ts'
import type { PageCall, ShownPage } from '../page.ts'
import { sayMessages } from '../say-message.ts'
import { authFields } from './auth-fields.ts'
import { authForm } from './auth-form.ts'
import { authToken } from './auth-token.ts'
import { creationLooks } from './creation-looks.ts'
import { entryNotice } from './entry-notice.ts'
import type { StepAction } from './read-action.ts'
import { returnFields } from './return-fields.ts'

/** What the making of an account is about to show. */
export interface CreationForm {
  readonly action: StepAction<'create'>
  readonly requests: readonly AuthRequest[]
  readonly error?: Reasons
  readonly warning?: Reasons
  /** What is wrong with what was sent, by the names of the form. */
  readonly problems?: ReadonlyMap<string, Html>
}

/** Shows a step of the making of an account. */
export function showCreation(shown: CreationForm, call: PageCall): ShownPage {
  const { action, requests, error, warning, problems = new Map() } = shown
  const { user, session, field, say, text } = call
  const uselang = field('uselang')
  const another = user.isRegistered ? '-another' : ''
  const submit =
    action === 'create' ? (`createacct${another}-submit` as const) : 'createacct-continue-submit'
  const body = authForm(
    {
      ...{ title: 'Special:CreateAccount', id: 'userlogin2', name: 'userlogin2' },
      query: returnFields(call),
      ...{ requests, problems, fields: authFields(requests, creationLooks) },
      values: { username: readPreserved(session)?.username ?? '' },
      above: [
        error && notice('error', sayMessages(listReasons(error), call)),
        warning && notice('warning', sayMessages(listReasons(warning), call)),
        entryNotice(call),
      ],
      submit: {
        ...{ id: 'wpCreateaccount', name: 'wpCreateaccount' },
        ...{ label: say(submit), value: text(submit) },
      },
      hidden: {
        authAction: action,
        ...(uselang !== '' && { uselang }),
        ...{ force: '', wpCreateaccountToken: authToken('createaccount', call) },
      },
    },
    call,
  )
  return { body: html`<div id="userloginForm">${body}</div>` }
}
