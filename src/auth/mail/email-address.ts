/** Tells whether text is an e-mail address, as browsers and MediaWiki read one (`Sanitizer::validateEmail`). */
export function isEmailAddress(text: string): boolean {
  const [local, host, more] = text.split('@')
  if (local === undefined || host === undefined || more !== undefined) return false

  return /^[\w.!#$%&'*+\-/=?^`{|}~]+$/.test(local) && /^[a-z\d-]+(?:\.[a-z\d-]+)*$/i.test(host)
}
