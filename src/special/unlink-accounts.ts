import { defineCredentialsPage } from './auth/define-credentials-page.ts'

/** Ends the link between somebody's account and one of another service. */
export const unlinkAccounts = defineCredentialsPage({
  name: 'UnlinkAccounts',
  title: 'unlinkaccounts',
  action: 'unlink',
  operation: 'UnlinkAccount',
  except: ({ RemoveCredentialsBlacklist }) => RemoveCredentialsBlacklist,
  submit: 'unlinkaccounts',
  done: 'unlinkaccounts-success',
})
