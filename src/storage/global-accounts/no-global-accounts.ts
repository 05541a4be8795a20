import type { GlobalAccountStore } from '../../auth/accounts/global-account-store.ts'

/** The global accounts of a wiki that has none: nobody is locked. */
export const noGlobalAccounts: GlobalAccountStore = {
  isLocked: () => false,
  find: () => Promise.resolve(undefined),
  setStatus: () => Promise.resolve(false),
  delete: () => Promise.resolve(false),
}
