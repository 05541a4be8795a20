/** What a reader of the documentation puts into its programs, and nothing else. */
export interface Filling {
  readonly apiUrl: string
  readonly user: string
  readonly password: string
}

/** Puts the address of a wiki and a bot's credentials into a program of the documentation. */
export function fillIn(program: string, { apiUrl, user, password }: Filling): string {
  return program
    .replaceAll(/(?<quote>["'])https?:\/\/[^"'\s]+\/api\.php\k<quote>/g, () => quoted(apiUrl))
    .replaceAll(givenTo('lgname'), () => quoted(user))
    .replaceAll(givenTo('lgpassword'), () => quoted(password))
}

/** The quoted value that a parameter is given, by a colon or an arrow. */
function givenTo(name: string): RegExp {
  return new RegExp(`(?<=\\b${name}["']?\\s*(?::|=>)\\s*)(?<quote>["'])[^"'\\n]*\\k<quote>`, 'g')
}

function quoted(value: string): string {
  return JSON.stringify(value)
}
