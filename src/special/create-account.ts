import type { AuthRequest } from '../auth/manager/auth-request.ts'
import type { AuthResponse, Reasons } from '../auth/manager/auth-response.ts'
import { whyNotCreate } from '../auth/manager/check-creation.ts'
import { beginCreation, continueCreation } from '../auth/manager/creation-flow.ts'
import { fillIn } from '../auth/manager/fill-in.ts'
import { logInNewAccount } from '../auth/manager/log-in-flow.ts'
import { withPreserved } from '../auth/manager/preserved-state.ts'
import { requestsFor } from '../auth/manager/requests-for.ts'
import { type Html, html } from '../messages/html.ts'
import { message } from '../messages/message.ts'
import { authFields } from './auth/auth-fields.ts'
import { authToken, authTokenMatches } from './auth/auth-token.ts'
import { showCreation } from './auth/creation-form.ts'
import { creationLooks } from './auth/creation-looks.ts'
import { creationProblems } from './auth/creation-problems.ts'
import { leave } from './auth/leave.ts'
import { pageAuthContext } from './auth/page-auth-context.ts'
import { isAnswer, readAction, type StepAction } from './auth/read-action.ts'
import { readAuthFields } from './auth/read-auth-fields.ts'
import { returnAddress } from './auth/return-address.ts'
import { definePage, type PageAnswer, type PageCall } from './page.ts'
import { returnLink } from './return-link.ts'
import { sayMessages } from './say-message.ts'

const title = 'Special:CreateAccount'

/** Makes an account: one's own, and logs in to it, or somebody else's. */
export const createAccount = definePage({
  name: 'CreateAccount',
  title: 'createaccount',
  right: 'createaccount',
  holdsSecrets: true,

  async answer(call) {
    const { session, settings, user, text } = call
    session.persist()
    const why = settings.ReadOnly
      ? [message('apierror-readonly')]
      : await whyNotCreate(user, creationContext(call))
    if (why.length === 0) return takeStep(call)
    return { title: text('createacct-error'), body: html`<p>${sayMessages(why, call)}</p>` }
  },
})

function creationContext(call: PageCall) {
  return { ...pageAuthContext(call), language: call.language }
}

async function takeStep(call: PageCall): Promise<PageAnswer> {
  const action = readAction('create', call)
  const requests = await requestsFor(action, pageAuthContext(call), call.user)
  if (requests.length === 0) return begin(message(`authpage-cannot-${action}`), call)
  if (!isAnswer(call)) return showCreation({ action, requests }, call)

  const asked = { action, requests }
  if (!authTokenMatches('createaccount', call.field('wpCreateaccountToken'), call)) {
    return showCreation({ ...asked, error: message('sessionfailure') }, call)
  }
  const { sent, problems: missing } = readAuthFields(authFields(requests, creationLooks), call)
  const problems: ReadonlyMap<string, Html> = new Map([...creationProblems(sent, call), ...missing])
  if (problems.size > 0 && call.isPosted) return showCreation({ ...asked, problems }, call)

  return respond(await send(asked, sent, call), call)
}

function send(
  { action, requests }: { action: StepAction<'create'>; requests: readonly AuthRequest[] },
  sent: ReadonlyMap<string, string>,
  call: PageCall,
): Promise<AuthResponse> {
  const { user: creator, session } = call
  const context = creationContext(call)
  const submission = fillIn(requests, sent)
  if (action === 'create-continue') return continueCreation(submission, creator, context)

  const token = { wpCreateaccountToken: authToken('createaccount', call) }
  const returnUrl = returnAddress(title, token, call)
  return beginCreation(withPreserved(submission, session), { creator, returnUrl }, context)
}

async function respond(response: AuthResponse, call: PageCall): Promise<PageAnswer> {
  switch (response.status) {
    case 'PASS':
      return made(response.username ?? '', call)
    case 'FAIL':
      return begin(response.why, call)
    case 'REDIRECT':
      return leave(response.target, call)
    case 'UI':
    case 'RESTART': {
      const { requests, why } = response
      const isError = response.status === 'UI' && response.isError
      const said = isError ? { error: why } : { warning: why }
      return showCreation({ action: 'create-continue', requests, ...said }, call)
    }
  }
}

/** Shows the form that everything begins with. */
async function begin(error: Reasons, call: PageCall): Promise<PageAnswer> {
  const requests = await requestsFor('create', pageAuthContext(call), call.user)
  return showCreation({ action: 'create', requests, error }, call)
}

/** Who makes an account for somebody else stays who he is; everybody else has become the new user. */
async function made(name: string, call: PageCall): Promise<PageAnswer> {
  const { user, say, text } = call
  const shown = html`<bdi>${name}</bdi>`
  const back = await returnLink(call)
  if (user.isRegistered) {
    const body = html`<p>${say('accountcreatedtext', shown)}</p>${back}`
    return { title: text('accountcreated'), body }
  }
  const login = await logInNewAccount(name, pageAuthContext(call))
  const said =
    login.status === 'PASS'
      ? html`<p>${say('welcomecreation-msg', shown)}</p>`
      : html`<p>${say('accountcreatedtext', shown)} ${say('createacct-loginerror')}</p>`
  return { title: text('welcomeuser', { plaintext: name }), body: html`${said}${back}` }
}
