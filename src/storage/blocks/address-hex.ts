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

/** The first and the last address of a range, or twice the same address, as MediaWiki compares them. */
export function rangeToHex(range: string): readonly [first: string, last: string] {
  const [address = '', bits] = range.split('/')
  const hex = addressToHex(address)
  if (bits === undefined) return [hex, hex]

  const prefix = hex.startsWith('v6-') ? 'v6-' : ''
  const digits = hex.slice(prefix.length)
  const rest = (1n << BigInt(digits.length * 4 - Number(bits))) - 1n
  const last = BigInt(`0x${digits}`) | rest
  return [last - rest, last].map(
    (end) => prefix + end.toString(16).toUpperCase().padStart(digits.length, '0'),
  ) as [string, string]
}

/** An address that is stored as MediaWiki compares it, as people write it. */
export function hexToAddress(hex: string): string {
  if (hex.startsWith('v6-')) {
    const words = hex.slice('v6-'.length).match(/.{4}/g) ?? []
    return words.map((word) => word.replace(/^0+(?=.)/, '')).join(':')
  }
  const bytes = hex.padStart(8, '0').match(/.{2}/g) ?? []
  return bytes.map((byte) => Number.parseInt(byte, 16)).join('.')
}
