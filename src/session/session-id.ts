/** Tells whether a cookie's value can be a session id at all. */
export function isSessionId(value: string): boolean {
  // MediaWiki knows no upper bound; ours keeps long rubbish away from the store.
  return /^[a-zA-Z0-9_-]{32,255}$/.test(value)
}
