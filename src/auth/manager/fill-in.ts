import type { AuthField, AuthRequest, FieldValue, FieldValues, Submission } from './auth-request.ts'

/**
 * Fills requests in with what was sent. One that lacks a field counts as not sent at all, as in
 * MediaWiki (`AuthenticationRequest::loadFromSubmission`): an optional field may be empty, but has
 * to be there.
 */
export function fillIn(
  requests: readonly AuthRequest[],
  sent: ReadonlyMap<string, string>,
): Submission {
  const filled = new Map<string, FieldValues>()
  for (const { id, fields } of requests) {
    const values = readFields(fields, sent)
    if (values !== undefined) filled.set(id, values)
  }
  return filled
}

function readFields(
  fields: AuthRequest['fields'],
  sent: ReadonlyMap<string, string>,
): FieldValues | undefined {
  const asked = Object.entries(fields).filter(([, { type }]) => type !== 'null')
  if (asked.length === 0) return undefined

  const values: [string, FieldValue][] = []
  for (const [name, field] of asked) {
    const value = readField(field, sent.get(name))
    if (value === undefined) return undefined
    values.push([name, value])
  }
  return Object.fromEntries(values)
}

/** The value of a field; `undefined` if it has none that will do. */
function readField(
  { type, optional = false, options = {} }: AuthField,
  sent: string | undefined,
): FieldValue | undefined {
  if (type === 'checkbox' || type === 'button') {
    const isOn = sent !== undefined
    return isOn || optional ? isOn : undefined
  }
  if (type === 'multiselect') {
    const chosen = sent ? sent.split('|') : []
    const isComplete = optional || chosen.length > 0
    return isComplete && chosen.every((value) => Object.hasOwn(options, value)) ? chosen : undefined
  }
  if (sent === undefined) return undefined
  if (sent === '') return optional ? '' : undefined
  return type === 'select' && !Object.hasOwn(options, sent) ? undefined : sent
}
