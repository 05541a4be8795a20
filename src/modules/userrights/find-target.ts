import type { Account } from '../../auth/accounts/account-store.ts'
import { canonicalUserName } from '../../auth/names/user-name.ts'
import { ApiError } from '../../result/api-error.ts'
import { checkOnlyOne } from '../check-only-one.ts'
import type { Call } from '../module.ts'

/** The parameters that say whose groups are to be changed. */
export type TargetParams = {
  readonly user?: string | undefined
  readonly userid?: bigint | undefined
}

/** Finds whose groups are to be changed; who is hidden is found by those only who may hide users. */
export async function findTarget(call: Call<TargetParams>): Promise<Account> {
  const { params, sources, user } = call
  checkOnlyOne({ path: 'userrights', prefix: '' }, params, ['user', 'userid'])
  const name =
    params.userid === undefined
      ? await readName(params.user ?? '', call)
      : await nameOf(params.userid, call)
  const looking = { now: sources.now, seesHidden: await user.may('hideuser') }
  const [found] = name === undefined ? [] : await sources.directory.findByNames([name], looking)
  if (found !== undefined) return found.account

  const given = params.user ?? `#${params.userid}`
  throw new ApiError('userrights', 'nosuchusershort', { params: [given] })
}

async function nameOf(id: bigint, { sources }: Call<TargetParams>): Promise<string> {
  const account = await sources.accounts.findById(Number(id))
  if (account === undefined) throw new ApiError('userrights', 'noname')
  return account.name
}

/** A name, or a name and where it is one: this wiki is the only one whose groups can be changed here. */
async function readName(
  given: string,
  { settings, user }: Call<TargetParams>,
): Promise<string | undefined> {
  const [name = '', wiki] = given.split(settings.UserrightsInterwikiDelimiter)
  const where = wiki?.trim()
  if (where !== undefined && where !== settings.DBname) {
    if (!(await user.may('userrights-interwiki')))
      throw new ApiError('userrights', 'userrights-no-interwiki')
    throw new ApiError('userrights', 'userrights-nodatabase', { params: [where] })
  }
  if (name.trim() === '') throw new ApiError('userrights', 'nouserspecified')
  return canonicalUserName(name)
}
