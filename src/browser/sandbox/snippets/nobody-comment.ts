/** What a program says that gets a token which is of little use to who is not logged in; nothing if it is for logins. */
export function nobodyComment(mark: '#' | '//', tokenType: string | undefined): string {
  if (tokenType === undefined || isForLogin(tokenType)) return ''
  return `${mark} This runs as nobody unless it logs in first, with action=login and a bot password.\n`
}

/** Tells whether a token is for who is not logged in yet. */
export function isForLogin(tokenType: string): boolean {
  return tokenType === 'login' || tokenType === 'createaccount'
}
