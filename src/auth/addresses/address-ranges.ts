import { BlockList, isIP } from 'node:net'

/** Every address there is: what a bot password allows unless told otherwise. */
export const everywhere: readonly string[] = ['0.0.0.0/0', '::/0']

/** Tells whether something is an address, or a range as MediaWiki writes them: `192.0.2.0/24`. */
export function isAddressRange(range: string): boolean {
  return rangeList(range) !== undefined
}

/** Tells whether an address lies in one of the ranges; an empty list allows nobody. */
export function isInRanges(address: string, ranges: readonly string[]): boolean {
  const family = familyOf(address)
  // BlockList takes an IPv4 address for an IPv6 one: `::/0` would allow it, as in MediaWiki it does not.
  const comparable = ranges.filter((range) => range.includes(':') === (family === 'ipv6'))
  return comparable.some((range) => rangeList(range)?.check(address, family) === true)
}

function rangeList(range: string): BlockList | undefined {
  // IPv4 inside IPv6, or the name of a network card: no address of a client is spelled so, and
  // MediaWiki fails on it.
  if ((range.includes(':') && range.includes('.')) || range.includes('%')) return undefined

  const [address = '', bits = isIP(range) === 4 ? '32' : '128', ...more] = range.split('/')
  const most = isIP(address) === 4 ? 32 : 128
  if (isIP(address) === 0 || !/^\d{1,3}$/.test(bits) || Number(bits) > most || more.length > 0) {
    return undefined
  }
  const list = new BlockList()
  list.addSubnet(address, Number(bits), familyOf(address))
  return list
}

function familyOf(address: string): 'ipv4' | 'ipv6' {
  return isIP(address) === 4 ? 'ipv4' : 'ipv6'
}
