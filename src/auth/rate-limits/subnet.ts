import { isIPv4 } from 'node:net'
import { spellAddress } from '../addresses/spell-address.ts'

/** What an address has in common with its neighbours, as MediaWiki names it: 24 bits of IPv4, 64 of IPv6. */
export function subnetOf(given: string): string | undefined {
  const address = spellAddress(given)
  if (address === undefined) return undefined
  if (isIPv4(address)) return address.split('.').slice(0, 3).join('.')

  const words = address.split(':').slice(0, 4)
  return `v6-${words.map((word) => word.padStart(4, '0')).join('')}${'0'.repeat(16)}`
}
