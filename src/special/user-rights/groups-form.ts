import type { Account } from '../../auth/accounts/account-store.ts'
import type { Membership } from '../../auth/groups/membership-store.ts'
import { type Html, html } from '../../messages/html.ts'
import { buttons } from '../forms/buttons.ts'
import { fieldSet } from '../forms/field-set.ts'
import { form } from '../forms/form.ts'
import { textField } from '../forms/text-field.ts'
import type { PageCall } from '../page.ts'
import { groupField, type SentForm } from './group-field.ts'
import type { GroupState } from './group-states.ts'
import { heldGroups } from './held-groups.ts'

/** Whose groups a form is about, and what they are. */
export interface Subject {
  /** Who is meant, as it was asked; the token is made with it. */
  readonly given: string
  readonly account: Account
  readonly held: readonly Membership[]
  readonly states: readonly GroupState[]
}

/** Shows the groups of an account, and changes those that who looks may change. */
export async function groupsForm(subject: Subject, call: PageCall, sent?: SentForm): Promise<Html> {
  const { say } = call
  const { given, account, held, states } = subject
  const name = html`<strong><bdi>${account.name}</bdi></strong>`
  const isOpen = ({ isChangeable, isEndChangeable }: GroupState) => isChangeable || isEndChangeable
  const [open, closed] = [states.filter(isOpen), states.filter((state) => !isOpen(state))]
  const groups = await heldGroups(account, held, call)
  if (open.length === 0) return html`<p>${say('viewinguserrights', name)}</p>${groups}`

  const fields = (list: readonly GroupState[]) => list.map((state) => groupField(state, call, sent))
  return form(
    {
      ...{ title: 'Special:UserRights', id: 'mw-userrights-form2', name: 'editGroup', salt: given },
      hidden: { user: given, 'conflictcheck-originalgroups': originalGroups(held) },
      body: [
        html`<p>${say('editinguser', name)}</p>${groups}`,
        fieldSet(say('userrights-changeable-col'), fields(open)),
        closed.length === 0
          ? undefined
          : fieldSet(say('userrights-unchangeable-col'), fields(closed)),
        textField({
          ...{ id: 'wpReason', name: 'user-reason', label: say('userrights-reason') },
          ...{ value: call.field('user-reason'), maxLength: 500 },
        }),
        buttons({ label: say('saveusergroups'), name: 'saveusergroups', value: '1' }),
      ],
    },
    call,
  )
}

/** The groups as the form was made for: who has changed them meanwhile is not to be undone unseen. */
export function originalGroups(held: readonly Membership[]): string {
  return held.map(({ group }) => group).join(',')
}
