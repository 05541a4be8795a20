import type { Account } from '../../auth/accounts/account-store.ts'
import type { AuthRequest } from '../../auth/manager/auth-request.ts'
import { changeData } from '../../auth/manager/change-data.ts'
import { fillIn } from '../../auth/manager/fill-in.ts'
import { requestsFor } from '../../auth/manager/requests-for.ts'
import { isKnownHash } from '../../auth/passwords/passwords.ts'
import { endOtherSessions } from '../../auth/sessions/end-sessions.ts'
import type { Html } from '../../messages/html.ts'
import { type Message, message } from '../../messages/message.ts'
import { withoutKinds } from '../../modules/auth/without-kinds.ts'
import { findReturn } from '../find-return.ts'
import { readFormState } from '../forms/form-token.ts'
import { definePage, type PageAnswer, type PageCall, type SpecialPage } from '../page.ts'
import { returnLink } from '../return-link.ts'
import { keepNews } from '../skin/kept-news.ts'
import { authFields } from './auth-fields.ts'
import { credentialsForm } from './credentials-form.ts'
import { credentialsList } from './credentials-list.ts'
import { credentialsLooks } from './credentials-looks.ts'
import { type CredentialsPage, changesPassword, tokenSalt } from './credentials-page.ts'
import { pageAuthContext } from './page-auth-context.ts'
import { readAuthFields } from './read-auth-fields.ts'

/** Makes a page that changes or takes away ways to log in: it lists what there is, and what follows its name is which of them is meant. */
export function defineCredentialsPage(kind: CredentialsPage): SpecialPage {
  const { name, title, operation } = kind
  return definePage({
    ...{ name, title, securityLevel: operation, holdsSecrets: true },
    answer: (call) => answer(kind, call),
  })
}

async function answer(kind: CredentialsPage, call: PageCall): Promise<PageAnswer> {
  const { user, settings, subpage } = call
  const account = await user.account()
  const all = await requestsFor(kind.action, pageAuthContext(call), user)
  const requests = withoutKinds(all, kind.except(settings))
  const request = requests.find(({ id }) => sameTitle(id, subpage))
  // Nobody who is not logged in gets here.
  if (request === undefined || account === undefined) {
    const isUnknown = subpage !== ''
    return { body: credentialsList({ page: kind.name, requests, isUnknown }, call) }
  }
  return takeStep(kind, { request, account }, call)
}

/** Titles do not tell a space from an underscore. */
function sameTitle(id: string, subpage: string): boolean {
  return id.replaceAll('_', ' ') === subpage.replaceAll('_', ' ')
}

interface Chosen {
  readonly request: AuthRequest
  readonly account: Account
}

async function takeStep(
  kind: CredentialsPage,
  chosen: Chosen,
  call: PageCall,
): Promise<PageAnswer> {
  const { request } = chosen
  const takesValues = kind.action === 'change'
  const fields = takesValues ? authFields([request], credentialsLooks) : []
  const heading = changesPassword(kind, request) ? { title: call.text('resetpass') } : {}
  const endsBots = await hasBotPasswords(call)
  const show = (why: readonly Message[], problems: ReadonlyMap<string, Html> = new Map()) => ({
    ...heading,
    body: credentialsForm({ kind, request, fields, problems, endsBots, why }, call),
  })
  switch (readFormState(call, tokenSalt(kind), 'wpAuthToken')) {
    case 'not sent':
      return show([])
    case 'stale':
      return show([message('sessionfailure')])
    case 'sent': {
      if (call.settings.ReadOnly) return show([message('apierror-readonly')])
      const { sent, problems } = readAuthFields(fields, call)
      if (problems.size > 0) return show([], problems)
      const values = takesValues ? fillIn([request], sent).get(request.id) : {}
      const why = await change(kind, chosen, values, call)
      return why.length > 0 ? show(why) : done(kind, endsBots, call)
    }
  }
}

async function change(
  { action }: CredentialsPage,
  { request, account }: Chosen,
  values: Parameters<typeof changeData>[0]['values'] | undefined,
  call: PageCall,
): Promise<readonly Message[]> {
  if (values === undefined) return [message('apierror-changeauth-norequest')]

  const wanted = action === 'change' ? 'change' : 'remove'
  const context = pageAuthContext(call)
  const why = await changeData({ action: wanted, request, values, account }, context)
  if (why.length > 0) return why

  // Who has found out the old password, or a cookie, is shut out; and whoever has seen a token.
  await endOtherSessions(call.session, call.sources)
  call.session.keep('wsTokenSecrets', undefined)
  return []
}

async function hasBotPasswords({ settings, sources, user }: PageCall): Promise<boolean> {
  if (!settings.EnableBotPasswords) return false

  const stored = await sources.botPasswords.list(user.id)
  return stored.some(({ passwordHash }) => isKnownHash(passwordHash))
}

async function done(
  { done: key }: CredentialsPage,
  endsBots: boolean,
  call: PageCall,
): Promise<PageAnswer> {
  keepNews(endsBots ? [key, 'pages-credentials-bots-ended'] : [key], call)
  if (call.field('returnto') !== '') return { redirect: (await findReturn(call)).address }

  return { body: await returnLink(call) }
}
