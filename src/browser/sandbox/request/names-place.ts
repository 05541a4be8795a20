/** Tells whether what follows the `#` of an address is no request, but a place of the page, as `#content`. */
export function namesPlace(hash: string): boolean {
  return hash.replace(/^#/, '') !== '' && !hash.includes('=')
}
