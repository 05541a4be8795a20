import { explicitGroups } from '../auth/groups/rights.ts'
import { canonicalUserName } from '../auth/names/user-name.ts'
import type { User } from '../auth/user.ts'
import { namespaces } from '../modules/namespaces.ts'
import { readPageTitle } from '../modules/query/page-title.ts'
import type { RawParams } from '../params/raw-params.ts'
import type { ParamReading } from '../params/read-params.ts'
import type { Reply } from '../result/reply.ts'
import type { ResultValue } from '../result/value.ts'
import { isOn } from '../settings/settings.ts'
import type { Visit } from './open-visit.ts'

/** What the parameters of a request can be about: who sent it, and what the wiki has. */
export function paramReading(
  params: RawParams,
  { settings, sources, clock }: Pick<Visit, 'settings' | 'sources' | 'clock'>,
  user: User,
  reply: Reply,
): ParamReading {
  const limits = new Map<string, ResultValue>()
  return {
    raw: params,
    warn: (problem) => reply.warn(problem),
    now: clock.now(),
    hasHighLimits: async () => user.may('apihighlimits'),
    tellLimit(moduleName, limit) {
      if (limits.size === 0) reply.add('limits', limits)
      limits.set(moduleName, limit)
    },
    userName: canonicalUserName,
    async findUserName(id) {
      const account = await sources.accounts.findById(id)
      return account?.name
    },
    async findTitle(given) {
      const title = readPageTitle(given, { settings, interwikis: await sources.interwikis.list() })
      return 'full' in title ? title : undefined
    },
    async pageExists({ namespace, text }) {
      return (await sources.pages.findByTitle(namespace, text)) !== undefined
    },
    isOn: (name) => isOn(settings, name),
    // Nobody can make tags here.
    tags: async () => [],
    groups: explicitGroups(settings),
    namespaces: namespaces(settings)
      .map(({ id }) => id)
      .filter((id) => id >= 0),
  }
}
