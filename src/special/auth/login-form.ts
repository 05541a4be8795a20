import type { AuthRequest } from '../../auth/manager/auth-request.ts'
import { listReasons, type Reasons } from '../../auth/manager/auth-response.ts'
import { type Html, html } from '../../messages/html.ts'
import { notice } from '../forms/notice.ts'
import { textField } from '../forms/text-field.ts'
import type { PageCall, ShownPage } from '../page.ts'
import { sayMessages } from '../say-message.ts'
import { authFields, type FieldLooks } from './auth-fields.ts'
import { authForm } from './auth-form.ts'
import { authToken } from './auth-token.ts'
import { entryNotice } from './entry-notice.ts'
import { loginLinks } from './login-links.ts'
import { choiceLooks, loginLooks } from './login-looks.ts'
import type { StepAction } from './read-action.ts'
import { rememberedName } from './remembered-name.ts'
import { returnFields } from './return-fields.ts'

/** What the login is about to show. */
export interface LoginForm {
  readonly action: StepAction<'login'>
  readonly requests: readonly AuthRequest[]
  /** The operation for which somebody has to log in anew, if it is for one. */
  readonly level: string | undefined
  readonly error?: Reasons
  readonly warning?: Reasons
  /** What is wrong with what was sent, by the names of the form. */
  readonly problems?: ReadonlyMap<string, Html>
}

/** How the fields of a step look. */
export function looksFor({ requests }: Pick<LoginForm, 'requests'>): FieldLooks {
  return choosesPassword(requests) ? choiceLooks : loginLooks
}

/** Shows a step of the login. */
export async function showLogin(shown: LoginForm, call: PageCall): Promise<ShownPage> {
  const { action, requests, level, problems = new Map() } = shown
  const { user, field, text, say } = call
  const uselang = field('uselang')
  const goesOn = action === 'login-continue'
  const isFirst = !goesOn && level === undefined
  const body = authForm(
    {
      ...{ title: 'Special:UserLogin', name: 'userlogin', query: returnFields(call) },
      ...{ requests, problems, fields: authFields(requests, looksFor(shown)) },
      values: { username: user.isRegistered ? user.name : rememberedName(call) },
      above: [...notices(shown, call), ownerField(requests, call)],
      submit: {
        ...{ id: 'wpLoginAttempt', name: 'wploginattempt' },
        label: say(goesOn ? 'pt-login-continue-button' : 'pt-login-button'),
        value: text(goesOn ? 'pt-login-continue-button' : 'pt-login-button'),
      },
      ...(isFirst && { below: await loginLinks(call) }),
      hidden: {
        authAction: action,
        ...(uselang !== '' && { uselang }),
        ...{ force: level ?? '', wpLoginToken: authToken('login', call) },
      },
    },
    call,
  )
  const isAnew = level !== undefined && user.isRegistered
  return {
    ...(isAnew && { title: text('login-security') }),
    body: html`<div id="userloginForm">${body}</div>`,
  }
}

function notices(
  { action, level, error, warning }: LoginForm,
  call: PageCall,
): readonly (Html | undefined)[] {
  const { user, say } = call
  const isKnown = user.isRegistered && action !== 'login-continue'
  const known = level === undefined ? 'userlogin-loggedin' : 'userlogin-reauth'
  return [
    error && notice('error', sayMessages(listReasons(error), call)),
    warning && notice('warning', sayMessages(listReasons(warning), call)),
    isKnown ? notice('warning', say(known, html`<bdi>${user.name}</bdi>`)) : undefined,
    entryNotice(call),
  ]
}

/** Whose password is chosen: password managers want to know, and people, too. */
function ownerField(requests: readonly AuthRequest[], { say }: PageCall): Html | undefined {
  if (!choosesPassword(requests)) return undefined

  const accounts = requests.map(({ account }) => ('text' in account ? account.text : null))
  const value = accounts.find((account) => account !== null) ?? ''
  const label = say('userlogin-yourname')
  const parts = { id: 'wpName1', name: 'wpName', label, value, readOnly: true }
  return textField({ ...parts, autocomplete: 'username' })
}

function choosesPassword(requests: readonly AuthRequest[]): boolean {
  return requests.some(({ fields }) => Object.hasOwn(fields, 'retype'))
}
