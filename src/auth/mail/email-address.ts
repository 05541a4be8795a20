/** Tells whether text is an e-mail address, as browsers and MediaWiki read one (`Sanitizer::validateEmail`). */
export function isEmailAddress(text: string): boolean {
  const [local, host, more] = text.split('@')
  if (local === undefined || host === undefined || more !== undefined) return false

  return /^[\w.!#$%&'*+\-/=?^`{|}~]+$/.test(local) && /^[a-z\d-]+(?:\.[a-z\d-]+)*$/i.test(host)
}

/** How long an e-mail address can be, in bytes: MediaWiki's forms take no longer ones. */
const longest = 255

/** Tells whether text is too long to be kept as an e-mail address. */
export function isTooLongAddress(text: string): boolean {
  return Buffer.byteLength(text) > longest
}
