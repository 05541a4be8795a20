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

/** Why nobody is found whose groups could be changed. */
export interface NoTarget {
  readonly problem:
    | 'noname'
    | 'nosuchusershort'
    | 'nouserspecified'
    | 'userrights-no-interwiki'
    | 'userrights-nodatabase'
  /** What the message about it names. */
  readonly params: readonly string[]
}

type Asker = Pick<Call, 'sources' | 'settings' | 'user'>

/** Finds whose groups are to be changed; that nobody is found ends the request. */
export async function findTarget(call: Call<TargetParams>): Promise<Account> {
  const { params } = call
  checkOnlyOne({ path: 'userrights', prefix: '' }, params, ['user', 'userid'])
  const found = await lookUpTarget(params, call)
  if ('problem' in found) throw new ApiError('userrights', found.problem, { params: found.params })
  return found
}

/** Looks up whose groups are meant; who is hidden is found by those only who may hide users. */
export async function lookUpTarget(params: TargetParams, call: Asker): Promise<Account | NoTarget> {
  const { sources, user } = call
  const name =
    params.userid === undefined
      ? await readName(params.user ?? '', call)
      : await nameOf(params.userid, call)
  if (typeof name === 'object') return name

  const looking = { now: sources.now, seesHidden: await user.may('hideuser') }
  const [found] = name === undefined ? [] : await sources.directory.findByNames([name], looking)
  const given = params.user ?? `#${params.userid}`
  return found?.account ?? { problem: 'nosuchusershort', params: [given] }
}

async function nameOf(id: bigint, { sources }: Asker): Promise<string | NoTarget> {
  const account = await sources.accounts.findById(Number(id))
  return account?.name ?? { problem: 'noname', params: [] }
}

/** A name, or a name and where it is one: this wiki is the only one whose groups can be changed here. */
async function readName(
  given: string,
  { settings, user }: Asker,
): Promise<string | NoTarget | undefined> {
  const [name = '', wiki] = given.split(settings.UserrightsInterwikiDelimiter)
  const where = wiki?.trim()
  if (where !== undefined && where !== settings.DBname) {
    return (await user.may('userrights-interwiki'))
      ? { problem: 'userrights-nodatabase', params: [where] }
      : { problem: 'userrights-no-interwiki', params: [] }
  }
  return name.trim() === '' ? { problem: 'nouserspecified', params: [] } : canonicalUserName(name)
}
