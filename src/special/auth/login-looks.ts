import type { FieldLooks } from './auth-fields.ts'

/** How the login shows the fields that it knows: by the names that programs and password managers know. */
export const loginLooks: FieldLooks = {
  username: { name: 'wpName', id: 'wpName1', autocomplete: 'username' },
  password: { name: 'wpPassword', id: 'wpPassword1', autocomplete: 'current-password' },
  rememberMe: { name: 'wpRemember', id: 'wpRemember' },
  OATHToken: { autocomplete: 'one-time-code' },
}

/** How it shows them when another password is to be chosen. */
export const choiceLooks: FieldLooks = {
  password: { name: 'wpPassword', autocomplete: 'new-password', help: 'createacct-useuniquepass' },
  retype: { autocomplete: 'new-password' },
}
