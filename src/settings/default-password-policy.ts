/** The rules that there are, each a check of `auth/passwords/password-policy.ts`. */
export const passwordRules = [
  'MaximalPasswordLength',
  'MinimalPasswordLength',
  'MinimumPasswordLengthToLogin',
  'PasswordCannotBeSubstringInUsername',
  'PasswordCannotMatchDefaults',
  'PasswordNotInCommonList',
] as const
export type PasswordRuleName = (typeof passwordRules)[number]

/** A rule about passwords: its value, and whether a login with a password that breaks it asks for another. */
export type PasswordRule =
  | number
  | boolean
  | {
      readonly value: number | boolean
      readonly suggestChangeOnLogin?: boolean | undefined
      /** Lets nobody go on who does not choose another. */
      readonly forceChange?: boolean | undefined
    }

const privileged = { MinimalPasswordLength: 10, MinimumPasswordLengthToLogin: 1 }
const suggested = { suggestChangeOnLogin: true }

/** What passwords must be like, by group, as in MediaWiki 1.39 (`$wgPasswordPolicy`). */
export const defaultPasswordPolicy: {
  readonly policies: Readonly<Record<string, Readonly<Record<string, PasswordRule>>>>
} = {
  policies: {
    bureaucrat: privileged,
    sysop: privileged,
    'interface-admin': privileged,
    bot: privileged,
    default: {
      MinimalPasswordLength: { value: 1, ...suggested },
      PasswordCannotBeSubstringInUsername: { value: true, ...suggested },
      PasswordCannotMatchDefaults: { value: true, ...suggested },
      MaximalPasswordLength: { value: 4096, ...suggested },
      PasswordNotInCommonList: { value: true, ...suggested },
    },
  },
}
