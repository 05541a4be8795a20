import { ApiError } from '../result/api-error.ts'
import type { Settings } from '../settings/settings.ts'

/** How MediaWiki spells the lag of a database that has no copies. */
const lag = -1

/** Turns clients away that would rather wait than load a lagging database. */
export function checkMaxLag(maxLag: bigint | undefined, { ShowHostnames }: Settings): void {
  if (maxLag === undefined || BigInt(lag) <= maxLag) return

  const wait = maxLag > 5n ? maxLag : 5n
  // The one server of a wiki has no name, not even where names are shown.
  const host = ''
  throw new ApiError('main', ShowHostnames ? 'apierror-maxlag' : 'apierror-maxlag-generic', {
    params: ShowHostnames ? [lag, host] : [lag],
    data: { host, lag, type: 'db' },
    headers: [
      ['Retry-After', String(wait)],
      ['X-Database-Lag', String(lag)],
    ],
  })
}
