import { isIPv6 } from 'node:net'

/** Spells an address as MediaWiki does: `0:0:0:0:0:0:0:1`, and IPv4 as such even if it came as IPv6. */
export function clientAddress(given: string | undefined): string {
  const address = (given ?? '').replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '')
  if (!isIPv6(address)) return address

  const [head = '', tail] = address.toUpperCase().split('::')
  const first = groupsOf(head)
  const last = groupsOf(tail ?? '')
  const zeros = Array.from({ length: 8 - first.length - last.length }, () => '0')
  return [...first, ...zeros, ...last].join(':')
}

function groupsOf(text: string): string[] {
  return text === '' ? [] : text.split(':').map((group) => group.replace(/^0+(?=.)/, ''))
}
