import type { UserName } from '../../auth/names/user-name.ts'
import type { SecondFactor } from '../../auth/two-factor/second-factor-store.ts'
import { User } from '../../auth/user.ts'
import type { Call } from '../../modules/module.ts'

/** Whom somebody asks about, and the second factor if there is one. */
export interface Asked {
  readonly asked: User
  readonly factor: SecondFactor | undefined
}

/** Finds whom a parameter `user` names, or who asks; nobody has a second factor without an account. */
export async function findAsked({
  params,
  user,
  sources,
}: Call<{ readonly user: string | undefined }>): Promise<Asked> {
  // The parameter has been through `canonicalUserName` when it was read.
  const named = params.user as UserName | undefined
  const asked =
    named === undefined ? user : new User(sources, await sources.accounts.findByName(named))
  const factor = asked.isRegistered ? await sources.secondFactors.find(asked.id) : undefined
  return { asked, factor }
}
