/** Tells whether a name is an IP address, or is too much like one: it might stand for somebody who has not logged in. */
export function isIpAddress(name: string): boolean {
  return looksLikeIpv4(name) || isIpv6(name)
}

/** Even where it is none: an old wiki software hid the last number, so `1.2.3.xxx` is also somebody. */
function looksLikeIpv4(name: string): boolean {
  return /^\d{1,3}\.\d{1,3}\.\d{1,3}\.(?:xxx|\d{1,3})$/.test(name)
}

/** As MediaWiki has it: without zones and without IPv4 inside, which `net.isIPv6` would allow. */
function isIpv6(name: string): boolean {
  if (!/^[\dA-Fa-f:]{2,39}$/.test(name)) return false

  const halves = name.split('::')
  const words = halves.flatMap((half) => (half === '' ? [] : half.split(':')))
  if (words.some((word) => word === '' || word.length > 4)) return false
  return halves.length === 1 ? words.length === 8 : halves.length === 2 && words.length < 8
}
