import { isIPv6 } from 'node:net'

const byte = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|0?\\d?\\d)'
const v4 = `${byte}(?:\\.${byte}){3}`
const word = '[\\da-f]{1,4}'

const address4 = new RegExp(`^${v4}$`)
const ownMachine6 = /^0*:(?:0+:)*(?::(?:0+:)*)?1$/
// What is left of IPv6 when it only wraps an IPv4 address: `::ffff:192.0.2.1`, `::ffff:c000:201`.
const wrapped4 = new RegExp(
  `^0*:(?:0+:)*(?::(?:0+:)*)?(?:ffff:)?(?:(${v4})|(${word}):(${word}))$`,
  'i',
)

/**
 * Spells an address as MediaWiki does: `0:0:0:0:0:0:0:1`, IPv4 as such even if it came as IPv6, without zeros in front
 * (which do not make a number octal) and without a zone. `undefined` for what is no address, as with a port.
 */
export function spellAddress(given: string): string | undefined {
  if (given.length > longest) return undefined

  const address = given.replace(/%.*$/s, '')
  if (address4.test(address)) return address.replace(/\b0+(?=\d)/g, '')

  if (ownMachine6.test(address)) return '0:0:0:0:0:0:0:1'
  const [whole, dotted, high, low] = wrapped4.exec(address) ?? []
  if (dotted !== undefined) return dotted.replace(/\b0+(?=\d)/g, '')
  if (whole !== undefined) return [high, low].flatMap(bytesOf).join('.')
  return isIPv6(address) && !address.includes('.') ? spellWords(address) : undefined
}

// Longer than any address with a zone.
const longest = 100

function bytesOf(word = ''): readonly number[] {
  const value = Number.parseInt(word, 16)
  return [value >> 8, value & 0xff]
}

function spellWords(address: string): string {
  const [head = '', tail] = address.toUpperCase().split('::')
  const first = wordsOf(head)
  const last = wordsOf(tail ?? '')
  const zeros = Array.from({ length: 8 - first.length - last.length }, () => '0')
  return [...first, ...zeros, ...last].join(':')
}

function wordsOf(text: string): readonly string[] {
  return text === '' ? [] : text.split(':').map((each) => each.replace(/^0+(?=.)/, ''))
}
