import { BlockList, isIP } from 'node:net'

/** Tells whether an address lies between two others, written as `192.0.2.1 - 192.0.2.9`, or is one of them. */
export function isInSpan(address: string, span: string): boolean {
  const [first = '', last = '', ...more] = span.split('-').map((each) => each.trim())
  const family = isIP(address)
  if (isIP(first) !== family || isIP(last) !== family || more.length > 0) return false

  const type = family === 4 ? 'ipv4' : 'ipv6'
  const list = new BlockList()
  try {
    list.addRange(first, last, type)
  } catch {
    // Node compares them, but says only so that the first lies behind the last: nobody is between them.
    return false
  }
  return list.check(address, type)
}
