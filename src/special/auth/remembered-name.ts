import { canonicalUserName, isUsableUserName } from '../../auth/names/user-name.ts'
import { cookieNames } from '../../session/cookie-jar.ts'
import type { PageCall } from '../page.ts'

/** The name that this browser logged in with before; `''` for none. */
export function rememberedName({ cookies, settings }: PageCall): string {
  const name = canonicalUserName(cookies.get(cookieNames(settings).userName) ?? '')
  return name !== undefined && isUsableUserName(name) ? name : ''
}
