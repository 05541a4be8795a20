import type { Settings } from '../../settings/settings.ts'
import { isInRanges } from './address-ranges.ts'
import { spellAddress } from './spell-address.ts'

const loopback6 = '0:0:0:0:0:0:0:1'

/**
 * The address of the client: that of the peer, unless the peer is a proxy of the wiki. Such a proxy says in
 * `X-Forwarded-For`, behind what came from further away, who asked it; that may be another one.
 */
export function clientAddress(
  peer: string,
  forwardedFor: string | undefined,
  settings: Pick<Settings, 'CdnServers' | 'CdnServersNoPurge'>,
): string {
  if (forwardedFor === undefined) return peer

  let address = peer
  for (const further of forwardedFor.split(',').toReversed()) {
    if (!isProxy(address, settings)) return address

    const next = spellAddress(further.trim())
    // A proxy that does not know better says `unknown`: then nobody can be told from the proxy itself.
    if (next === undefined) return address
    address = next === loopback6 ? '127.0.0.1' : next
  }
  return address
}

/** Tells whether an address is that of a proxy of the wiki. */
export function isProxy(
  address: string,
  { CdnServers, CdnServersNoPurge }: Pick<Settings, 'CdnServers' | 'CdnServersNoPurge'>,
): boolean {
  const known = address === loopback6 ? '127.0.0.1' : address
  return CdnServers.includes(known) || isInRanges(known, CdnServersNoPurge)
}
