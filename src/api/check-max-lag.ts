import { hostname } from 'node:os'
import { ApiError } from '../result/api-error.ts'
import type { Settings } from '../settings/settings.ts'

/** How MediaWiki spells the lag of a database that has no copies. */
const lag = -1

/** Turns clients away that would rather wait than load a lagging database. */
export function checkMaxLag(maxLag: bigint | undefined, { ShowHostnames }: Settings): void {
  if (maxLag === undefined || BigInt(lag) <= maxLag) return

  const host = ShowHostnames ? hostname() : ''
  const wait = maxLag > 5n ? maxLag : 5n
  throw new ApiError('main', host === '' ? 'apierror-maxlag-generic' : 'apierror-maxlag', {
    params: host === '' ? [lag] : [lag, host],
    data: { host, lag, type: 'db' },
    headers: [
      ['Retry-After', String(wait)],
      ['X-Database-Lag', String(lag)],
    ],
  })
}
