import { askForPassword } from '../auth/mail/ask-for-password.ts'
import type { ParamSpecs } from '../params/param-spec.ts'
import { ApiError } from '../result/api-error.ts'
import type { ErrorKey } from '../result/error-codes.ts'
import type { ResultObject } from '../result/value.ts'
import type { Settings } from '../settings/settings.ts'
import { helpUrl } from './documentation/help-url.ts'
import { type Call, defineModule, type Module, type ModuleDeclaration } from './module.ts'

const user = { type: 'user' } as const
const email = { type: 'string' } as const

const exampleUser = {
  query: 'action=resetpassword&user=Example&token=123ABC',
  summary: 'apihelp-resetpassword-example-user',
  answer: { resetpassword: { status: 'success' } },
} as const
const exampleEmail = {
  query: 'action=resetpassword&email=user@example.com&token=123ABC',
  summary: 'apihelp-resetpassword-example-email',
  answer: { resetpassword: { status: 'success' } },
} as const

const described = {
  name: 'resetpassword',
  className: 'ApiResetPassword',
  helpUrls: [helpUrl('Manage_authentication_data')],
  since: '1.27',
  reads: true,
} as const
const changing = {
  ...described,
  errors: [
    { key: 'apihelp-resetpassword-description-noroutes' },
    { key: 'passwordreset-emaildisabled' },
    { key: 'badaccess' },
    { key: 'blocked-mailpassword' },
    { key: 'passwordreset-nodata' },
  ],
  writes: true,
  token: 'csrf',
} as const satisfies Partial<ModuleDeclaration<ParamSpecs>>

/** Mails a temporary password to who has forgotten his own; never says whether there is such an account. */
export const resetpassword: Module = defineModule({
  ...changing,
  examples: [exampleUser, exampleEmail],
  params: { user, email },
  under,
  answer,
})

const byName = defineModule({ ...changing, examples: [exampleUser], params: { user }, answer })
const byEmail = defineModule({ ...changing, examples: [exampleEmail], params: { email }, answer })
const switchedOff = defineModule({
  ...described,
  params: {},
  answer() {
    throw refusal('apihelp-resetpassword-description-noroutes')
  },
})

/** Takes the ways to name an account that the wiki allows; without any it only says so. */
function under({ PasswordResetRoutes }: Settings): Module {
  const { username = false, email = false } = PasswordResetRoutes
  if (username && email) return resetpassword
  if (username) return byName
  return email ? byEmail : switchedOff
}

interface Given {
  readonly user?: string | undefined
  readonly email?: string | undefined
}

async function answer({ user: by, sources, params }: Call<Given>): Promise<ResultObject> {
  const forgotten = { user: readGiven(params.user), email: readGiven(params.email) }
  const why = await askForPassword(forgotten, by, sources)
  if (why !== undefined) throw refusal(why)
  return { status: 'success' }
}

/** MediaWiki's PHP takes "0" for nothing, too. */
function readGiven(text: string | undefined): string | undefined {
  return text === '' || text === '0' ? undefined : text
}

function refusal(key: ErrorKey): ApiError {
  return new ApiError('resetpassword', key)
}
