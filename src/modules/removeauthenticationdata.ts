import { defineRemoval } from './auth/define-removal.ts'

/** Takes away something that somebody logs in by: a second factor, say, or a password that was mailed. */
export const removeauthenticationdata = defineRemoval({
  module: 'removeauthenticationdata',
  action: 'remove',
  operation: 'RemoveCredentials',
  except: (settings) => settings.RemoveCredentialsBlacklist,
})
