import type { AuthRequest } from '../../auth/manager/auth-request.ts'
import { listReasons, type Reasons } from '../../auth/manager/auth-response.ts'
import type { Html } from '../../messages/html.ts'
import { formToken } from '../forms/form-token.ts'
import { type NoticeKind, notice } from '../forms/notice.ts'
import type { PageCall } from '../page.ts'
import { sayMessages } from '../say-message.ts'
import { authFields } from './auth-fields.ts'
import { authForm } from './auth-form.ts'
import type { StepAction } from './read-action.ts'

/** What there is to say about a step of linking accounts. */
export interface Said extends Partial<Record<Exclude<NoticeKind, 'notice'>, Reasons>> {
  /** What is wrong with what was sent, by the names of the form. */
  readonly problems?: ReadonlyMap<string, Html>
}

/** What a step of linking accounts asks. */
export interface LinkForm extends Said {
  readonly action: StepAction<'link'>
  readonly requests: readonly AuthRequest[]
}

/** What MediaWiki makes the token of the form with. */
export const linkSalt = 'AuthManagerSpecialPage:LinkAccounts'

/** Makes the form of a step of linking accounts. */
export function linkForm(shown: LinkForm, call: PageCall): Html {
  const { action, requests, problems = new Map() } = shown
  const kinds = ['error', 'warning', 'success'] as const
  return authForm(
    {
      ...{ title: 'Special:LinkAccounts', query: {}, values: {} },
      ...{ requests, problems, fields: authFields(requests, {}) },
      above: kinds.map((kind) => {
        const why = shown[kind]
        return why && notice(kind, sayMessages(listReasons(why), call))
      }),
      submit: { label: call.say('linkaccounts-submit') },
      hidden: { wpAuthToken: formToken(call, linkSalt), authAction: action },
    },
    call,
  )
}
