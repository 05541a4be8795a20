import { allowedChange } from '../auth/groups/plan-group-change.ts'
import { changeableGroups, explicitGroups } from '../auth/groups/rights.ts'
import { isoTime } from '../clock.ts'
import { type Html, html } from '../messages/html.ts'
import { lookUpTarget } from '../modules/userrights/find-target.ts'
import { button } from './forms/button.ts'
import { errorSummary } from './forms/error-summary.ts'
import { formToken, readFormState } from './forms/form-token.ts'
import { getForm } from './forms/get-form.ts'
import { notice } from './forms/notice.ts'
import { textField } from './forms/text-field.ts'
import { definePage, type PageAnswer, type PageCall } from './page.ts'
import { sayProblems } from './say-problems.ts'
import { type SentForm, wrongEnds } from './user-rights/group-field.ts'
import { groupStates } from './user-rights/group-states.ts'
import { groupsForm, originalGroups, type Subject } from './user-rights/groups-form.ts'
import { readWishes } from './user-rights/read-wishes.ts'
import { rightsLog } from './user-rights/rights-log.ts'

const title = 'Special:UserRights'

/** What MediaWiki, too, keeps in the session until it has said that groups are changed. */
const savedMark = 'specialUserrightsSaveSuccess'

/** Shows anybody the groups of an account, and lets them be changed by who may. */
export const userRights = definePage({
  name: 'UserRights',
  canonicalName: 'Userrights',
  aliases: ['MakeSysop', 'MakeBot'],
  title: 'userrights',

  async answer(call) {
    const asked = call.subpage || call.params.peekText('user')
    if (asked === undefined) return { body: lookUpForm('', call) }

    const subject = await findSubject(asked.trim(), call)
    if (!('account' in subject)) return { body: html`${lookUpForm(asked, call)}${subject}` }

    const isSaved = call.params.has('saveusergroups')
    return isSaved && call.isPosted ? save(subject, call) : show(subject, call)
  },
})

/** Finds whose groups are meant; else says why nobody is. */
async function findSubject(given: string, call: PageCall): Promise<Subject | Html> {
  const { user, settings, sources, say } = call
  const [, id] = /^#(\d{1,15})$/.exec(given) ?? []
  const found = await lookUpTarget(
    id === undefined ? { user: given } : { userid: BigInt(id) },
    call,
  )
  if ('problem' in found) {
    const named = found.params.map((param) => html`<bdi>${param}</bdi>`)
    return notice('error', say(found.problem, ...named))
  }

  const held = await sources.memberships.of(found.id, sources.now)
  const changeable = changeableGroups(await user.groups(), await user.rights(), settings)
  const allowed = allowedChange(changeable, found.id === user.id)
  const states = groupStates(explicitGroups(settings), held, allowed)
  return { given, account: found, held, states }
}

async function save(subject: Subject, call: PageCall): Promise<PageAnswer> {
  const { say, field, session, ask, addressOf } = call
  const { account, given, held } = subject
  if (readFormState(call, given) !== 'sent') {
    return show(subject, call, notice('error', say('sessionfailure')))
  }
  if (field('conflictcheck-originalgroups') !== originalGroups(held)) {
    return show(subject, call, notice('error', say('userrights-conflict')))
  }
  const { add, remove, problems } = readWishes(subject.states, call)
  if (problems.size > 0) return show(subject, call, undefined, { problems })

  const asked = await ask('userrights', {
    user: account.name,
    add: add.map(({ group }) => group).join('|'),
    expiry: add.map(({ expires }) => (expires ? isoTime(expires) : 'infinite')).join('|'),
    remove: remove.join('|'),
    reason: field('user-reason'),
    token: formToken(call, account.name),
  })
  if ('problems' in asked) {
    return show(subject, call, notice('error', sayProblems(asked.problems, call)), { problems })
  }
  session.keep(savedMark, 1)
  return { redirect: addressOf(`${title}/${account.name}`) }
}

async function show(
  subject: Subject,
  call: PageCall,
  said?: Html,
  sent?: SentForm,
): Promise<PageAnswer> {
  const isSaved = call.session.data.get(savedMark) !== undefined
  if (isSaved) call.session.keep(savedMark, undefined)
  const name = html`<bdi>${subject.account.name}</bdi>`
  const saved = isSaved ? notice('success', call.say('savedrights', name)) : undefined
  const form = await groupsForm(subject, call, sent)
  const log = await rightsLog(subject.account.name, call)
  const wrong = sent && errorSummary(wrongEnds(subject.states, sent, call), call)
  return { body: html`${said ?? wrong ?? saved}${lookUpForm(subject.given, call)}${form}${log}` }
}

function lookUpForm(given: string, call: PageCall): Html {
  const field = textField({
    ...{ id: 'username', name: 'user', value: given, autocomplete: 'off' },
    label: call.say('userrights-user-editname'),
  })
  const send = button({ label: call.say('editusergroup'), kind: 'normal' })
  const body = [html`<div class="jeton-row">${field}${send}</div>`]
  return getForm({ title, id: 'mw-userrights-form1', name: 'uluser', body }, call)
}
