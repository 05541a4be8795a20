import type { Extension } from '../extension.ts'
import { oath } from './oath.ts'
import { oathvalidate } from './oathvalidate.ts'
import { secondFactor } from './second-factor.ts'

/** A second factor: codes of an authenticator app. */
export const oathAuth: Extension = {
  modules: { oathvalidate },
  queryModules: { meta: { oath } },
  providers: { secondary: [secondFactor] },
}
