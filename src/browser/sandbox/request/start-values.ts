import { namesPlace } from './names-place.ts'
import { readQuery } from './read-query.ts'

/** How answers are best read; who names a format in the address has chosen. */
const answers = { format: 'json', formatversion: '2', errorformat: 'plaintext' }

/** The values that the sandbox begins with, from what follows the `#` of its address. */
export function startValues(hash: string): ReadonlyMap<string, string> {
  const read = readQuery(namesPlace(hash) ? '' : hash)
  // An address that names no action asks for help, as one of api.php does.
  const action = read.get('action') ?? (read.size === 0 ? 'query' : 'help')
  const given = new Map([...read, ['action', action]])
  return given.has('format') ? given : new Map([...given, ...missing(given)])
}

function missing(given: ReadonlyMap<string, string>): readonly (readonly [string, string])[] {
  return Object.entries(answers).filter(([name]) => !given.has(name))
}
