import { defineCredentialsPage } from './auth/define-credentials-page.ts'

/** Changes what somebody logs in by: the password, above all; all other sessions end. */
export const changeCredentials = defineCredentialsPage({
  name: 'ChangeCredentials',
  title: 'changecredentials',
  action: 'change',
  operation: 'ChangeCredentials',
  except: ({ ChangeCredentialsBlacklist }) => ChangeCredentialsBlacklist,
  submit: 'changecredentials-submit',
  done: 'changecredentials-success',
})
