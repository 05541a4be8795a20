import type { AuthRequest } from '../../auth/manager/auth-request.ts'
import type { Html } from '../../messages/html.ts'
import type { ButtonParts } from '../forms/button.ts'
import { buttons } from '../forms/buttons.ts'
import { errorSummary, type WrongField } from '../forms/error-summary.ts'
import { form } from '../forms/form.ts'
import type { PageCall, Query } from '../page.ts'
import type { PageField } from './auth-fields.ts'
import { sayLabel, showAuthField } from './show-auth-field.ts'

/** A form that asks what providers want to know. */
export interface AuthFormParts {
  readonly title: string
  readonly query: Query
  readonly id?: string
  readonly name?: string
  readonly requests: readonly AuthRequest[]
  readonly fields: readonly PageField[]
  /** What is wrong with what was sent, by the names of the form. */
  readonly problems: ReadonlyMap<string, Html>
  /** What stands in fields to begin with, by the providers' names. */
  readonly values: Query
  /** What stands above the fields, and below the buttons. */
  readonly above: readonly (Html | undefined)[]
  readonly below?: readonly (Html | undefined)[]
  readonly submit: ButtonParts
  readonly hidden: Query
}

/** Makes a form that asks what providers want to know; it begins where the first thing is missing. */
export function authForm(parts: AuthFormParts, call: PageCall): Html {
  const { fields, problems, values, requests, above, below = [], submit, ...rest } = parts
  const typed = fields.filter(({ field }) => field.type !== 'button')
  const first = typed.find((field) => isOpen(field, values, call))
  const shown = typed.map((field) => {
    const state = { error: problems.get(field.name), value: values[field.key] }
    return showAuthField(field, { ...state, autofocus: field === first }, call)
  })
  const pressed = fields.filter(({ field }) => field.type === 'button')
  const wrong = typed.flatMap((field): readonly WrongField[] => {
    const error = problems.get(field.name)
    return error === undefined ? [] : [{ id: field.id, label: sayLabel(field, call), error }]
  })
  const body = [
    errorSummary(wrong, call),
    ...above,
    ...shown,
    // Ours comes first: it is the one that the Enter key presses.
    needsSubmit(requests) ? buttons(submit) : undefined,
    ...pressed.map((field) => showAuthField(field, { error: undefined }, call)),
    ...below,
  ]
  return form({ ...rest, body }, call)
}

/** Whether somebody has to type something there before the form can be sent. */
function isOpen({ key, name, field }: PageField, values: Query, call: PageCall): boolean {
  if (field.type === 'password') return true
  return field.type === 'string' && call.field(name) === '' && (values[key] ?? '') === ''
}

/** Who can only press buttons of providers needs none of ours. */
function needsSubmit(requests: readonly AuthRequest[]): boolean {
  const primary = requests.filter(({ required }) => required === 'primary-required')
  const hasButton = ({ fields }: AuthRequest): boolean =>
    Object.values(fields).some(({ type }) => type === 'button')
  return primary.length === 0 || !primary.every(hasButton)
}
