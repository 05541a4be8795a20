import type { ShownParam } from './shown-modules.ts'

/** Names under which secrets are sent that no module declares, such as fields of a login. */
const secretNames = /pass|pwd|retype|secret|token/i

/** Tells whether a value is to be kept out of addresses and programs, by its name and what is known of it. */
export function isSecret(name: string, param: ShownParam | undefined): boolean {
  if (param === undefined) return secretNames.test(name)
  const { sensitive, type, tokentype } = param.info
  return sensitive === true || type === 'password' || tokentype !== undefined
}
