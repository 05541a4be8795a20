import type { AuthRequest } from '../../auth/manager/auth-request.ts'
import { type Html, html } from '../../messages/html.ts'
import type { Message } from '../../messages/message.ts'
import { formToken } from '../forms/form-token.ts'
import { notice } from '../forms/notice.ts'
import { textField } from '../forms/text-field.ts'
import type { PageCall } from '../page.ts'
import { sayDescription, sayMessages } from '../say-message.ts'
import type { PageField } from './auth-fields.ts'
import { authForm } from './auth-form.ts'
import { type CredentialsPage, changesPassword, tokenSalt } from './credentials-page.ts'
import { returnFields } from './return-fields.ts'

/** A way to log in that is about to be changed or taken away. */
interface Asked {
  readonly kind: CredentialsPage
  readonly request: AuthRequest
  readonly fields: readonly PageField[]
  readonly problems: ReadonlyMap<string, Html>
  /** Whether bot passwords stop working with the change. */
  readonly endsBots: boolean
  /** Why the change was refused. */
  readonly why: readonly Message[]
}

/** Makes the form that changes a way to log in, or takes it away. */
export function credentialsForm(
  { kind, request, fields, problems, endsBots, why }: Asked,
  call: PageCall,
): Html {
  const { say } = call
  const { provider, account } = request
  const hasPassword = fields.some(({ key }) => key === 'password')
  const shown = html`<dl><dt>${say('credentialsform-provider')}</dt><dd>${sayDescription(provider, call)}</dd>${hasPassword ? undefined : html`<dt>${say('credentialsform-account')}</dt><dd>${sayDescription(account, call)}</dd>`}</dl>
`
  const form = authForm(
    {
      ...{ title: `Special:${kind.name}/${request.id}`, query: returnFields(call) },
      ...{ requests: [request], fields, problems, values: {} },
      above: [
        why.length > 0 ? notice('error', sayMessages(why, call)) : undefined,
        endsBots ? notice('notice', say('pages-credentials-bots')) : undefined,
        hasPassword ? ownerField(call) : undefined,
      ],
      submit: {
        ...{ id: 'change_credentials_submit', label: say(kind.submit) },
        kind: kind.action === 'change' ? 'primary' : 'destructive',
      },
      hidden: { wpAuthToken: formToken(call, tokenSalt(kind)), authAction: kind.action },
    },
    call,
  )
  return html`${changesPassword(kind, request) ? undefined : shown}${form}`
}

/** Password managers want to know whose password it is that they are to keep. */
function ownerField({ user, say }: PageCall): Html {
  const label = say('userlogin-yourname')
  const parts = { id: 'mw-input-wpusername', name: 'wpusername', label, value: user.name }
  return textField({ ...parts, autocomplete: 'username', readOnly: true })
}
