import { annotate, type ResultMap, type ResultValue } from '../../../result/value.ts'
import type { Call } from '../../module.ts'

/** How often the current user may do things; none if `exempt` counts and the user is. */
export async function rateLimits(
  { user, settings }: Call,
  { exempt }: { exempt: boolean },
): Promise<ResultMap> {
  if (exempt && (await user.may('noratelimit'))) return annotate(new Map(), { arrayType: 'assoc' })

  const kind = user.isRegistered ? 'user' : 'anon'
  const isNew = !(await user.may('autoconfirmed'))
  const asNew = isNew ? ['ip', 'subnet', ...(user.isRegistered ? ['newbie'] : [])] : []
  const groups = (await user.memberships()).map(({ group }) => group)
  const counted = [kind, ...asNew, ...groups]

  const answered = Object.entries(settings.RateLimits).map(
    ([action, limits]): [string, ResultMap] => [
      action,
      new Map(
        counted.flatMap((who): [string, ResultValue][] => {
          const limit = limits[who]
          return typeof limit !== 'object' ? [] : [[who, { hits: limit[0], seconds: limit[1] }]]
        }),
      ),
    ],
  )
  const kept = new Map(answered.filter(([, limits]) => limits.size > 0))
  return annotate(kept, { arrayType: 'assoc' })
}
