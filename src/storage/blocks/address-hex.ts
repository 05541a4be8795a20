import { isIPv4 } from 'node:net'

/** An address as MediaWiki compares it: `7F000001`, and after `v6-` for IPv6. */
export function addressToHex(address: string): string {
  if (isIPv4(address))
    return address
      .split('.')
      .map((part) => byteToHex(Number(part)))
      .join('')

  const [head = '', tail] = address.split('::')
  const first = head === '' ? [] : head.split(':')
  const last = tail ? tail.split(':') : []
  const zeros = Array.from({ length: 8 - first.length - last.length }, () => '0')
  const groups = tail === undefined ? first : [...first, ...zeros, ...last]
  return `v6-${groups.map((group) => group.padStart(4, '0').toUpperCase()).join('')}`
}

function byteToHex(byte: number): string {
  return byte.toString(16).padStart(2, '0').toUpperCase()
}
