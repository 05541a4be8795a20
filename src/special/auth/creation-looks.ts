import type { FieldLooks } from './auth-fields.ts'

/** How the making of an account shows the fields that it knows. */
export const creationLooks: FieldLooks = {
  username: {
    ...{ name: 'wpName', id: 'wpName2', autocomplete: 'username' },
    help: 'createacct-helpusername',
  },
  mailpassword: { name: 'wpCreateaccountMail', id: 'wpCreateaccountMail' },
  password: {
    ...{ name: 'wpPassword', id: 'wpPassword2', autocomplete: 'new-password' },
    help: 'createacct-useuniquepass',
  },
  retype: { id: 'wpRetype', autocomplete: 'new-password' },
  email: {
    ...{ id: 'wpEmail', type: 'email', autocomplete: 'email', maxLength: 255 },
    label: 'createacct-emailoptional',
  },
  realname: {
    ...{ id: 'wpRealName', autocomplete: 'name' },
    ...{ label: 'createacct-realname', help: 'prefs-help-realname' },
  },
  reason: { id: 'wpReason', help: 'createacct-reason-help' },
}
