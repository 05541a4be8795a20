import { BlockList, isIP } from 'node:net'

/** Every address there is: what a bot password allows unless told otherwise. */
export const everywhere: readonly string[] = ['0.0.0.0/0', '::/0']

/** Tells whether something is an address, or a range as MediaWiki writes them: `192.0.2.0/24`. */
export function isAddressRange(range: string): boolean {
  return readRange(range) !== undefined
}

/** Tells whether an address lies in one of the ranges; an empty list allows nobody. */
export function isInRanges(address: string, ranges: readonly string[]): boolean {
  if (ranges.length === 0 || isIP(address) === 0) return false

  const family = familyOf(address)
  const { lists, whole } = readRanges(ranges)
  return whole.has(family) || lists[family].check(address, family)
}

type Family = 'ipv4' | 'ipv6'

/** Ranges that can be asked. */
interface ReadRanges {
  /** One for each family: BlockList takes an IPv4 address for an IPv6 one, and `::/0` would allow it, as in MediaWiki it does not. */
  readonly lists: Readonly<Record<Family, BlockList>>
  /** The families of which every address is in them: that is quicker than to ask. */
  readonly whole: ReadonlySet<Family>
}

/** A bot password's ranges are asked at each of its requests, and reading them takes longer than all the rest. */
const known = new WeakMap<readonly string[], ReadRanges>()

function readRanges(ranges: readonly string[]): ReadRanges {
  const found = known.get(ranges)
  if (found !== undefined) return found

  const lists = { ipv4: new BlockList(), ipv6: new BlockList() }
  const whole = new Set<Family>()
  for (const range of ranges.map(readRange)) {
    if (range === undefined) continue
    lists[range.family].addSubnet(range.address, range.bits, range.family)
    if (range.bits === 0) whole.add(range.family)
  }
  known.set(ranges, { lists, whole })
  return { lists, whole }
}

interface Range {
  readonly address: string
  readonly bits: number
  readonly family: Family
}

function readRange(range: string): Range | undefined {
  // IPv4 inside IPv6, or the name of a network card: no address of a client is spelled so, and
  // MediaWiki fails on it.
  if ((range.includes(':') && range.includes('.')) || range.includes('%')) return undefined

  const [address = '', bits = isIP(range) === 4 ? '32' : '128', ...more] = range.split('/')
  const most = isIP(address) === 4 ? 32 : 128
  if (isIP(address) === 0 || !/^\d{1,3}$/.test(bits) || Number(bits) > most || more.length > 0) {
    return undefined
  }
  return { address, bits: Number(bits), family: familyOf(address) }
}

function familyOf(address: string): Family {
  return isIP(address) === 4 ? 'ipv4' : 'ipv6'
}
