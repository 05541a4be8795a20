import type { Awaitable } from '../../awaitable.ts'
import { type Message, message } from '../../messages/message.ts'
import type { PasswordRule, PasswordRuleName } from '../../settings/default-password-policy.ts'
import type { Settings } from '../../settings/settings.ts'
import { isCommonPassword } from './common-passwords.ts'

/** What is wrong with a password. */
export interface PasswordFlaw {
  readonly why: Message
  /** Whether nobody can log in with such a password. */
  readonly fatal: boolean
  /** Whether who logs in with it is asked for another. */
  readonly suggestChange: boolean
  /** Whether who logs in with it has to choose another. */
  readonly forceChange: boolean
}

interface Rule {
  readonly value: number | boolean
  readonly suggestChange: boolean
  readonly forceChange: boolean
}

/** A flaw as a check finds it, whatever the policy makes of it. */
interface Finding {
  readonly why: Message
  readonly fatal: boolean
}

/** Says what a policy has against a password; reads `value` as the rule's setting. */
type Check = (
  value: number | boolean,
  name: string,
  password: string,
) => Awaitable<Finding | undefined>

/**
 * Lists what is wrong with a password for an account in these groups, implicit ones included; the
 * policy is the strictest of theirs.
 */
export async function passwordFlaws(
  password: string,
  { name, groups }: { name: string; groups: readonly string[] },
  settings: Settings,
): Promise<readonly PasswordFlaw[]> {
  const flaws: PasswordFlaw[] = []
  for (const [rule, { value, suggestChange, forceChange }] of policyFor(groups, settings)) {
    const found = await checks[rule]?.(value, name, password)
    if (found) flaws.push({ ...found, suggestChange, forceChange })
  }
  return flaws
}

function policyFor(groups: readonly string[], settings: Settings): ReadonlyMap<string, Rule> {
  const { default: forAll = {}, ...others } = settings.PasswordPolicy.policies
  const policies = Object.entries(others).filter(([group]) => groups.includes(group))
  const strictest = new Map<string, Rule>()
  for (const [rule, given] of [forAll, ...policies.map(([, policy]) => policy)].flatMap(
    Object.entries<PasswordRule>,
  )) {
    const wanted = typeof given === 'object' ? given : { value: given }
    const known = strictest.get(rule)
    strictest.set(rule, {
      value: known === undefined ? wanted.value : stricter(known.value, wanted.value),
      suggestChange: known?.suggestChange === true || wanted.suggestChangeOnLogin === true,
      forceChange: known?.forceChange === true || wanted.forceChange === true,
    })
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
    on && lowerCase(name).includes(lowerCase(password))
      ? { why: message('password-substring-username-match'), fatal: false }
      : undefined,
  PasswordCannotMatchDefaults: (on, name, password) =>
    on && (password === 'ExamplePassword' || wellKnown.get(name) === password)
      ? { why: message('password-login-forbidden'), fatal: false }
      : undefined,
  PasswordNotInCommonList: async (on, _, password) =>
    on && (await isCommonPassword(password))
      ? { why: message('passwordincommonlist'), fatal: false }
      : undefined,
} satisfies Readonly<Record<PasswordRuleName, Check>>

/** PHP compares so: only the letters of ASCII have two cases. */
function lowerCase(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase())
}

function bytes(text: string): number {
  return Buffer.byteLength(text)
}
