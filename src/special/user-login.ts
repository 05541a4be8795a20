import type { AuthRequest } from '../auth/manager/auth-request.ts'
import type { AuthResponse } from '../auth/manager/auth-response.ts'
import { fillIn } from '../auth/manager/fill-in.ts'
import { beginLogin, continueLogin } from '../auth/manager/log-in-flow.ts'
import { operationStatus } from '../auth/manager/operation-status.ts'
import { keepPreserved } from '../auth/manager/preserved-state.ts'
import { requestsFor } from '../auth/manager/requests-for.ts'
import { message } from '../messages/message.ts'
import { authFields } from './auth/auth-fields.ts'
import { authToken, authTokenMatches } from './auth/auth-token.ts'
import { leave } from './auth/leave.ts'
import { type LoginForm, looksFor, showLogin } from './auth/login-form.ts'
import { pageAuthContext } from './auth/page-auth-context.ts'
import { isAnswer, readAction, type StepAction } from './auth/read-action.ts'
import { readAuthFields } from './auth/read-auth-fields.ts'
import { returnAddress } from './auth/return-address.ts'
import { returnFields } from './auth/return-fields.ts'
import { findReturn } from './find-return.ts'
import { readQuery } from './local-url.ts'
import { definePage, type PageAnswer, type PageCall } from './page.ts'

/** Logs in, step by step: by a name and a password, and whatever else the wiki's providers want. */
export const userLogin = definePage({
  name: 'UserLogin',
  canonicalName: 'Userlogin',
  aliases: ['Login'],
  title: 'login',
  isForEverybody: true,
  holdsSecrets: true,

  async answer(call) {
    const { subpage, session, field, addressOf } = call
    if (subpage === 'signup' || field('type') === 'signup') {
      const { type: _, ...query } = readQuery(call.params)
      return { redirect: addressOf('Special:CreateAccount', query) }
    }
    session.persist()
    const level = findLevel(call)
    if (!isAnswer(call) && level === undefined && hasLoggedInElsewhere(call)) return goBack(call)
    return takeStep(level, call)
  },
})

/** The operation for which somebody has to log in anew. */
function findLevel({ field, session, settings, sources }: PageCall): string | undefined {
  const level = field('force')
  if (level === '') return undefined

  const status = operationStatus(level, { session, settings, now: sources.now })
  return status === 'reauth' ? level : undefined
}

/** Whether somebody was sent here to log in, and has done so meanwhile in another tab. */
function hasLoggedInElsewhere(call: PageCall): boolean {
  const isLed = 'returnto' in returnFields(call)
  const isLedToMain = call.field('returnto') === '' && call.field('returntoquery') !== ''
  return call.user.isRegistered && (isLed || isLedToMain)
}

async function goBack(call: PageCall): Promise<PageAnswer> {
  return { redirect: (await findReturn(call)).address }
}

async function takeStep(level: string | undefined, call: PageCall): Promise<PageAnswer> {
  const action = readAction('login', call)
  const requests = await requestsFor(action, pageAuthContext(call))
  const asked: LoginForm = { action, requests, level }
  if (requests.length === 0) {
    return begin(level, { error: message(`authpage-cannot-${action}`) }, call)
  }
  if (!isAnswer(call)) return showLogin(asked, call)
  if (!authTokenMatches('login', call.field('wpLoginToken'), call)) {
    return showLogin({ ...asked, error: message('sessionfailure') }, call)
  }
  const { sent, problems } = readAuthFields(authFields(requests, looksFor(asked)), call)
  if (problems.size > 0 && call.isPosted) return showLogin({ ...asked, problems }, call)

  const response = await send(action, requests, sent, call)
  return respond(response, level, call)
}

function send(
  action: StepAction<'login'>,
  requests: readonly AuthRequest[],
  sent: ReadonlyMap<string, string>,
  call: PageCall,
): Promise<AuthResponse> {
  const context = pageAuthContext(call)
  const submission = fillIn(requests, sent)
  if (action === 'login-continue') return continueLogin(submission, context)
  const token = { wpLoginToken: authToken('login', call) }
  return beginLogin(submission, returnAddress('Special:UserLogin', token, call), context)
}

async function respond(
  response: AuthResponse,
  level: string | undefined,
  call: PageCall,
): Promise<PageAnswer> {
  keepPreserved(call.session, 'preserved' in response ? response.preserved : undefined)
  switch (response.status) {
    case 'PASS':
      return goBack(call)
    case 'FAIL':
      return begin(level, { error: response.why }, call)
    case 'REDIRECT':
      return leave(response.target, call)
    case 'UI': {
      const { requests, why, isError } = response
      const said = isError ? { error: why } : { warning: why }
      return showLogin({ action: 'login-continue', requests, level, ...said }, call)
    }
    case 'RESTART': {
      const { requests, why } = response
      return showLogin({ action: 'login-continue', requests, level, warning: why }, call)
    }
  }
}

/** Shows the form that everything begins with. */
async function begin(
  level: string | undefined,
  said: Pick<LoginForm, 'error'>,
  call: PageCall,
): Promise<PageAnswer> {
  const requests = await requestsFor('login', pageAuthContext(call))
  return showLogin({ action: 'login', requests, level, ...said }, call)
}
