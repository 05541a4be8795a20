import { defineCredentialsPage } from './auth/define-credentials-page.ts'

/** Takes away something that somebody logs in by: a second factor, say, or a password that was mailed. */
export const removeCredentials = defineCredentialsPage({
  name: 'RemoveCredentials',
  title: 'removecredentials',
  action: 'remove',
  operation: 'RemoveCredentials',
  except: ({ RemoveCredentialsBlacklist }) => RemoveCredentialsBlacklist,
  submit: 'removecredentials-submit',
  done: 'removecredentials-success',
})
