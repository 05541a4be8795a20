import { BlockList, isIP } from 'node:net'

/** Every address there is: what a bot password allows unless told otherwise. */
export const everywhere: readonly string[] = ['0.0.0.0/0', '::/0']

/** Tells whether something is an address, `1.2.3.4/16`, or `1.2.3.4 - 1.2.3.9`. */
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
  // IPv4 inside IPv6: no address of a client is spelled so, and MediaWiki fails on it.
  if (range.includes(':') && range.includes('.')) return undefined

  const list = new BlockList()
  const [, subnet = '', bits] = /^([^/]+)\/(\d{1,3})$/.exec(range) ?? []
  if (bits !== undefined) {
    if (isIP(subnet) === 0 || Number(bits) > (isIP(subnet) === 4 ? 32 : 128)) return undefined
    list.addSubnet(subnet, Number(bits), familyOf(subnet))
    return list
  }

  const [first = '', last = first, ...more] = range.split('-').map((end) => end.trim())
  if (isIP(first) === 0 || isIP(first) !== isIP(last) || more.length > 0) return undefined
  try {
    list.addRange(first, last, familyOf(first))
  } catch {
    // The only way to hear from BlockList that the last address comes before the first.
    return undefined
  }
  return list
}

function familyOf(address: string): 'ipv4' | 'ipv6' {
  return isIP(address) === 4 ? 'ipv4' : 'ipv6'
}
