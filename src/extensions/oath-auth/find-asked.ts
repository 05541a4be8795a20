import type { SecondFactor } from '../../auth/two-factor/second-factor-store.ts'
import type { UserName } from '../../auth/user-name.ts'
import type { Call } from '../../modules/module.ts'

/** An account that is asked about, and its second factor if it has one. */
export interface Asked {
  readonly id: number
  readonly factor: SecondFactor | undefined
}

/** Finds the account that a parameter `user` names, or that asks; the id is 0 where there is none. */
export async function findAsked({
  params,
  user,
  sources,
}: Call<{ readonly user: string | undefined }>): Promise<Asked> {
  // The parameter has been through `canonicalUserName` when it was read.
  const named = params.user as UserName | undefined
  const id = named === undefined ? user.id : ((await sources.accounts.findByName(named))?.id ?? 0)
  return { id, factor: id === 0 ? undefined : await sources.secondFactors.find(id) }
}
