import { isEmailAddress, isTooLongAddress } from '../../auth/mail/email-address.ts'
import type { Html } from '../../messages/html.ts'
import type { MessageKey } from '../../messages/message.ts'
import type { Session } from '../../session/session.ts'
import type { PageCall } from '../page.ts'

/**
 * What is wrong with the fields of a new account beside what is missing, by the names of the form. The
 * manager would find most of it, too: but here it is said where it belongs, and all at once.
 */
export function creationProblems(
  sent: ReadonlyMap<string, string>,
  { say, session }: PageCall,
): ReadonlyMap<string, Html> {
  const found = [
    ['retype', retypeProblem(sent)],
    ['email', emailProblem(sent)],
    ['reason', reasonProblem(sent, session)],
  ] as const
  return new Map(
    found.flatMap(([name, problem]) => (problem === undefined ? [] : [[name, say(problem)]])),
  )
}

function retypeProblem(sent: ReadonlyMap<string, string>): MessageKey | undefined {
  const password = sent.get('password') ?? ''
  if (sent.has('mailpassword') || password === '') return undefined

  const retype = sent.get('retype') ?? ''
  if (retype === '') return 'htmlform-required'
  return retype === password ? undefined : 'badretype'
}

function emailProblem(sent: ReadonlyMap<string, string>): MessageKey | undefined {
  const email = sent.get('email') ?? ''
  if (email === '') return sent.has('mailpassword') ? 'noemailcreate' : undefined
  if (!isEmailAddress(email)) return 'invalidemailaddress'
  return isTooLongAddress(email) ? 'changeemail-maxlength' : undefined
}

const confirmedKey = 'Jeton:reasonConfirmed'

/** The log shows the reason to everybody: who has put an address there means it only if it comes again. */
function reasonProblem(
  sent: ReadonlyMap<string, string>,
  session: Session,
): MessageKey | undefined {
  if (!isEmailAddress(sent.get('reason') ?? '')) return undefined

  const isConfirmed = session.data.get(confirmedKey) === true
  session.keep(confirmedKey, isConfirmed ? undefined : true)
  return isConfirmed ? undefined : 'createacct-reason-confirm'
}
