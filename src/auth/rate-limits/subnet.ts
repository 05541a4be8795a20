import { isIPv4, isIPv6, SocketAddress } from 'node:net'

/** What an address has in common with its neighbours, as MediaWiki names it: 24 bits of IPv4, 64 of IPv6. */
export function subnetOf(address: string): string | undefined {
  if (isIPv4(address)) return address.split('.').slice(0, 3).join('.')
  if (!isIPv6(address)) return undefined

  const words = wordsOf(new SocketAddress({ address, family: 'ipv6' }).address)
  const digits = words.slice(0, 4).map((word) => word.toUpperCase().padStart(4, '0'))
  return `v6-${digits.join('')}${'0'.repeat(16)}`
}

/** The eight words of an address, those that `::` leaves out included. */
function wordsOf(address: string): readonly string[] {
  const [before = '', after = ''] = address.split('::').map((part) => part)
  const [first, last] = [before, after].map((part) => (part === '' ? [] : part.split(':')))
  const missing = 8 - (first?.length ?? 0) - (last?.length ?? 0)
  return [...(first ?? []), ...Array.from({ length: missing }, () => '0'), ...(last ?? [])]
}
