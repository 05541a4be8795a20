import type { AuthField, AuthRequest } from '../../auth/manager/auth-request.ts'

/**
 * All fields of some requests in one, as a single form would show them. A field is optional if its request is, or if
 * a way to prove who one is does without it.
 */
export function mergeFields(requests: readonly AuthRequest[]): Readonly<Record<string, AuthField>> {
  const shared = fieldsOfEveryWay(requests)
  const merged = new Map<string, AuthField>()
  for (const { required, fields } of requests) {
    for (const [name, field] of Object.entries(fields)) {
      const isSpared = required === 'primary-required' && !shared.has(name)
      const optional = required === 'optional' || isSpared || field.optional === true
      const known = merged.get(name)
      merged.set(name, known ? join(known, { ...field, optional }) : { ...field, optional })
    }
  }
  return Object.fromEntries(merged)
}

/** The fields that every way to prove who one is needs. */
function fieldsOfEveryWay(requests: readonly AuthRequest[]): ReadonlySet<string> {
  const needed = requests
    .filter(({ required }) => required === 'primary-required')
    .map(({ fields }) => Object.keys(fields).filter((name) => !fields[name]?.optional))
  const [first = [], ...others] = needed
  return new Set(first.filter((name) => others.every((names) => names.includes(name))))
}

/** What is said of a field is what the first request says. */
function join(known: AuthField, more: AuthField): AuthField {
  if (known.type !== more.type) {
    throw new TypeError(`Cannot merge fields of one name: they are ${known.type} and ${more.type}`)
  }
  const options = { ...more.options, ...known.options }
  return {
    ...known,
    ...(known.options || more.options ? { options } : {}),
    optional: known.optional === true && more.optional === true,
    sensitive: known.sensitive === true || more.sensitive === true,
  }
}
