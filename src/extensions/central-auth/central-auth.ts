import type { Extension } from '../extension.ts'
import { deleteglobalaccount } from './deleteglobalaccount.ts'
import { refuseLocked } from './refuse-locked.ts'
import { setglobalaccountstatus } from './setglobalaccountstatus.ts'

/** Accounts that are the same on several wikis: here, those of this wiki. */
export const centralAuth: Extension = {
  modules: { setglobalaccountstatus, deleteglobalaccount },
  providers: { secondary: [refuseLocked] },
}
