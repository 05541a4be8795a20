const byte = '(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|0?[0-9]?[0-9])'
const v4 = `${byte}\\.${byte}\\.${byte}\\.${byte}`
const v4Bits = '(?:3[0-2]|[12]?[0-9])'
const v6Bits = '(?:12[0-8]|1[01][0-9]|[1-9]?[0-9])'

const address4 = new RegExp(`^${v4}$`)
const hidden4 = new RegExp(`^${byte}\\.${byte}\\.${byte}\\.xxx$`)
const range4 = new RegExp(`^${v4}(?:/${v4Bits}| ?- ?${v4})$`)
const bits6 = new RegExp(`^(.+)/${v6Bits}$`)

/** Tells whether a text is an IP address, or one whose last number MediaWiki once hid. */
export function isAddress(text: string): boolean {
  return address4.test(text) || hidden4.test(text) || isAddress6(text)
}

/** Tells whether a text is a range of addresses: `192.0.2.0/24`, or from one to another. */
export function isRange(text: string): boolean {
  if (range4.test(text)) return true

  const [, start] = bits6.exec(text) ?? []
  if (start !== undefined) return isAddress6(start)
  const [first = '', last = '', ...more] = text.split(/ ?- ?/)
  return more.length === 0 && isAddress6(first) && isAddress6(last)
}

/** Spells an address, or a range with bits, as MediaWiki keeps it: no needless zero, none left out. */
export function canonicalAddress(text: string): string {
  const [address = '', bits] = text.split('/')
  const rest = bits === undefined ? '' : `/${bits}`
  if (address4.test(address)) return address.replace(/\b0+(?=\d)/g, '') + rest
  return isAddress6(address) ? canonicalAddress6(address) + rest : text
}

/** Spells a range by its first address and its bits; of one from an address to another, MediaWiki keeps the first. */
export function canonicalRange(text: string): string {
  const [first = ''] = text.split(/ ?- ?/)
  const [address = '', bits] = canonicalAddress(first).split('/')
  if (bits === undefined) return address

  const is4 = address4.test(address)
  const [separator, radix, size, count] = is4
    ? (['.', 10, 8, 4] as const)
    : ([':', 16, 16, 8] as const)
  const words = address.split(separator).map((word, index) => {
    const kept = Math.min(Math.max(Number(bits) - index * size, 0), size)
    const mask = 2 ** size - 2 ** (size - kept)
    return (Number.parseInt(word, radix) & mask).toString(radix).toUpperCase()
  })
  return `${words.slice(0, count).join(separator)}/${bits}`
}

function isAddress6(text: string): boolean {
  if (!/^[\dA-Fa-f:]{2,39}$/.test(text)) return false

  const halves = text.split('::')
  const words = halves.flatMap((half) => (half === '' ? [] : half.split(':')))
  if (words.some((word) => word === '' || word.length > 4)) return false
  return halves.length === 1 ? words.length === 8 : halves.length === 2 && words.length < 8
}

function canonicalAddress6(text: string): string {
  const [before = [], after] = text.split('::').map((half) => (half === '' ? [] : half.split(':')))
  const missing = 8 - before.length - (after?.length ?? 0)
  const words = [...before, ...Array(missing).fill('0'), ...(after ?? [])]
  return words.map((word: string) => word.toUpperCase().replace(/^0+(?=.)/, '')).join(':')
}
