import { urlProtocols } from '../url-protocols.ts'

/** Tells whether an address says by which protocol it leads where, as PHP's `parse_url` and MediaWiki see it. */
export function isAbsoluteUrl(address: string): boolean {
  const [, scheme = '', rest = ''] = /^([a-z\d+.-]+):(.*)$/is.exec(address) ?? []
  // A name and a port, not a protocol and a path.
  if (/^\d{1,5}(?:\/|$)/.test(rest)) return false

  const protocol = scheme.toLowerCase()
  const isKnown = [`${protocol}://`, `${protocol}:`].some((each) => urlProtocols.includes(each))
  return isKnown && (!rest.startsWith('//') || isHost(rest))
}

/** Tells whether two slashes are followed by a host, with a user or a port or without. */
function isHost(rest: string): boolean {
  const [authority = ''] = /^[^/?#]*/.exec(rest.slice(2)) ?? []
  const host = authority.slice(authority.lastIndexOf('@') + 1)
  const colon = host.endsWith(']') ? -1 : host.lastIndexOf(':')
  if (colon === -1) return authority !== ''

  const port = host.slice(colon + 1)
  return colon > 0 && (port === '' || (/^\d/.test(port) && Number.parseInt(port, 10) <= 65_535))
}
