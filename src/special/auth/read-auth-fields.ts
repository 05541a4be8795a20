import type { Html } from '../../messages/html.ts'
import { isTicked } from '../forms/is-ticked.ts'
import type { PageCall } from '../page.ts'
import type { PageField } from './auth-fields.ts'

/** What somebody filled in. */
export interface ReadFields {
  /** What was sent, by the providers' names. */
  readonly sent: ReadonlyMap<string, string>
  /** What is wrong with it, by the names of the form. */
  readonly problems: ReadonlyMap<string, Html>
}

/** Reads the fields of a form, and finds out what is missing. */
export function readAuthFields(fields: readonly PageField[], call: PageCall): ReadFields {
  const sent = new Map<string, string>()
  const problems = new Map<string, Html>()
  for (const field of fields) {
    const value = readField(field, call)
    if (value !== undefined) sent.set(field.key, value)
    const problem = findProblem(field, value, call)
    if (problem !== undefined) problems.set(field.name, problem)
  }
  return { sent, problems }
}

function readField({ name, field }: PageField, call: PageCall): string | undefined {
  const { params, isPosted } = call
  // Secrets do not belong into addresses, where others get to see them.
  if (isPosted && field.sensitive && params.isInQuery(name)) return ''
  switch (field.type) {
    case 'null':
      return undefined
    case 'button':
      return params.has(name) ? '1' : undefined
    case 'checkbox':
      return isTicked(name, call) ? '1' : undefined
    case 'multiselect':
      return params.peekList(name).join('|')
    default:
      // Browsers send empty fields, too; what a program leaves out is as empty.
      return call.field(name)
  }
}

function findProblem(
  { field, required }: PageField,
  value: string | undefined,
  { say }: PageCall,
): Html | undefined {
  if (field.type === 'button' || field.type === 'null') return undefined
  if (required && (value ?? '') === '') return say('htmlform-required')

  const isKnown = field.type !== 'select' || Object.hasOwn(field.options ?? {}, value ?? '')
  return isKnown ? undefined : say('htmlform-select-badoption')
}
