import type { Settings } from '../../settings/settings.ts'
import { stopsPasswordReset } from '../blocks/stops-password-reset.ts'
import type { User } from '../user.ts'

/** Says why somebody can have no forgotten password replaced, in MediaWiki's order; `undefined` for who can. */
export async function whyNotReset(
  user: User,
  { EnableEmail }: Settings,
): Promise<'passwordreset-emaildisabled' | 'badaccess' | 'blocked-mailpassword' | undefined> {
  if (!EnableEmail) return 'passwordreset-emaildisabled'
  if (!(await user.may('editmyprivateinfo'))) return 'badaccess'

  const block = await user.block()
  return block !== undefined && stopsPasswordReset(block) ? 'blocked-mailpassword' : undefined
}
