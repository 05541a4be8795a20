import type { FieldLooks } from './auth-fields.ts'

/** How another password is asked for by who is logged in. */
export const credentialsLooks: FieldLooks = {
  password: { autocomplete: 'new-password', help: 'createacct-useuniquepass' },
  retype: { autocomplete: 'new-password' },
}
