import { type Message, message } from '../messages/message.ts'
import type { Settings } from '../settings/settings.ts'

/** What is wrong with a password. */
export interface PasswordFlaw {
  readonly why: Message
  /** Whether nobody can log in with such a password. */
  readonly fatal: boolean
  /** Whether who logs in with it is asked for another. */
  readonly suggestChange: boolean
}

interface Rule {
  readonly value: number | boolean
  readonly suggestChange: boolean
}

/** Says what a policy has against a password; reads `value` as the rule's setting. */
type Check = (
  value: number | boolean,
  name: string,
  password: string,
) => Omit<PasswordFlaw, 'suggestChange'> | undefined

/** Lists what is wrong with a password for an account in these groups; the policy is the strictest of theirs. */
export function passwordFlaws(
  password: string,
  { name, groups }: { name: string; groups: readonly string[] },
  settings: Settings,
): readonly PasswordFlaw[] {
  return [...policyFor(groups, settings)].flatMap(([rule, { value, suggestChange }]) => {
    const flaw = checks[rule]?.(value, name, password)
    return flaw ? [{ ...flaw, suggestChange }] : []
  })
}

function policyFor(groups: readonly string[], settings: Settings): ReadonlyMap<string, Rule> {
  const { policies } = settings.PasswordPolicy
  const strictest = new Map<string, Rule>()
  for (const group of ['default', ...groups]) {
    for (const [rule, given] of Object.entries(policies[group] ?? {})) {
      const wanted = typeof given === 'object' ? given : { value: given }
      const known = strictest.get(rule)
      const value = known === undefined ? wanted.value : stricter(known.value, wanted.value)
      const suggestChange = known?.suggestChange === true || wanted.suggestChangeOnLogin === true
      strictest.set(rule, { value, suggestChange })
    }
  }
  return strictest
}

function stricter(one: number | boolean, other: number | boolean): number | boolean {
  return Number(one) >= Number(other) ? one : other
}

/** Names with passwords that installers and examples used, which everybody therefore knows. */
const wellKnown: ReadonlyMap<string, string> = new Map([
  ['Useruser', 'Passpass'],
  ['Useruser1', 'Passpass1'],
  ['Apitestsysop', 'testpass'],
  ['Apitestuser', 'testpass'],
])

const checks: Readonly<Record<string, Check>> = {
  MinimalPasswordLength: (least, _, password) =>
    bytes(password) < Number(least)
      ? { why: message('passwordtooshort', Number(least)), fatal: false }
      : undefined,
  MinimumPasswordLengthToLogin: (least, _, password) =>
    bytes(password) < Number(least)
      ? { why: message('passwordtooshort', Number(least)), fatal: true }
      : undefined,
  MaximalPasswordLength: (most, _, password) =>
    bytes(password) > Number(most)
      ? { why: message('passwordtoolong', Number(most)), fatal: true }
      : undefined,
  PasswordCannotBeSubstringInUsername: (on, name, password) =>
    on && name.toLowerCase().includes(password.toLowerCase())
      ? { why: message('password-substring-username-match'), fatal: false }
      : undefined,
  PasswordCannotMatchDefaults: (on, name, password) =>
    on && (password === 'ExamplePassword' || wellKnown.get(name) === password)
      ? { why: message('password-login-forbidden'), fatal: false }
      : undefined,
}

function bytes(text: string): number {
  return Buffer.byteLength(text)
}
