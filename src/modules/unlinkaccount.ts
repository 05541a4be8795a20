import { defineRemoval } from './auth/define-removal.ts'

/** Ends the link between somebody's account and one of another service. */
export const unlinkaccount = defineRemoval({
  module: 'unlinkaccount',
  action: 'unlink',
  operation: 'UnlinkAccount',
  except: () => [],
})
