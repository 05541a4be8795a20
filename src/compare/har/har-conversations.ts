import type { Conversation, Step } from '../conversation.ts'
import { answeredText, type HarEntry, postedText } from './har.ts'
import { harTokens } from './har-tokens.ts'

/** What a HAR file says, as something that can be played. */
export interface HarConversation extends Conversation {
  /** Exchanges that cannot be played, in their order. */
  readonly leftOut: readonly LeftOut[]
}

export interface LeftOut {
  readonly step: Step
  /** Where it stands among all exchanges, from 0. */
  readonly at: number
  readonly needs: string
}

const form = 'application/x-www-form-urlencoded'

/** These change what the API answers; the others tell of a browser, a session or an address. */
const replayedHeaders = [
  'access-control-request-headers',
  'access-control-request-method',
  'origin',
  'promise-non-write-api-action',
  'treat-as-untrusted',
]

/**
 * Reads the conversations of a HAR file, one for each api.php that was asked. A token that an earlier
 * answer gave becomes what the other wiki gives there; with `replacesUser`, so do name and password.
 */
export function harConversations(
  entries: readonly HarEntry[],
  replacesUser: boolean,
): readonly HarConversation[] {
  const asked = entries.filter(({ request }) => apiAddress(request.url) !== undefined)
  const groups = Map.groupBy(asked, ({ request }) => apiAddress(request.url) ?? '')
  return [...groups].map(([address, group]) => readConversation(address, group, replacesUser))
}

/** The address of the api.php that a URL asks, if it asks one. */
function apiAddress(url: string): string | undefined {
  const { origin, pathname } = new URL(url)
  return pathname.endsWith('/api.php') ? `${origin}${pathname}` : undefined
}

function readConversation(
  address: string,
  entries: readonly HarEntry[],
  replacesUser: boolean,
): HarConversation {
  const { origin } = new URL(address)
  const variables = new Map<string, string>()
  const steps: Step[] = []
  const leftOut: LeftOut[] = []
  for (const [at, entry] of entries.entries()) {
    const step = readStep(entry, origin, variables, replacesUser)
    if (asksWithOldToken(step)) {
      leftOut.push({ step, at, needs: 'a token that no earlier answer of the file gives' })
      continue
    }
    const remember: Record<string, string> = {}
    for (const { token, path } of harTokens(answeredText(entry))) {
      const name = `token${at + 1}.${Object.keys(remember).length + 1}`
      remember[name] = path
      variables.set(token, name)
    }
    steps.push(Object.keys(remember).length > 0 ? { ...step, remember } : step)
  }
  return { name: address, steps, leftOut }
}

function readStep(
  entry: HarEntry,
  origin: string,
  variables: ReadonlyMap<string, string>,
  replacesUser: boolean,
): Step {
  const { method, url, headers, postData } = entry.request
  const query = new URL(url).search.slice(1)
  const body = postedText(entry)
  const type = postData?.text === undefined ? form : postData.mimeType
  const isForm = type.startsWith(form)
  const all = isForm ? `${query}&${body ?? ''}` : query
  const user = replacesUser ? userParams(new URLSearchParams(all).get('action')) : {}
  const write = (pairs: string) => writePairs(pairs, origin, variables, user)
  const kept = headers
    .map(({ name, value }): [string, string] => [name.toLowerCase(), value])
    .filter(([name]) => replayedHeaders.includes(name))
  return {
    method,
    ...(query !== '' && { query: write(query) }),
    ...(body !== undefined && { body: isForm ? write(body) : writeText(body, variables) }),
    ...(body !== undefined && type !== form && { type: type || null }),
    ...(kept.length > 0 && { headers: Object.fromEntries(kept) }),
  }
}

/** The parameters that say who logs in. */
function userParams(action: string | null): Readonly<Record<string, string>> {
  if (action === 'login') return { lgname: '{user}', lgpassword: '{password}' }
  return action === 'clientlogin' ? { username: '{user}', password: '{password}' } : {}
}

/** Writes pairs as a step has them: as they were, with variables where the other wiki has its own. */
function writePairs(
  pairs: string,
  origin: string,
  variables: ReadonlyMap<string, string>,
  user: Readonly<Record<string, string>>,
): string {
  return pairs
    .split('&')
    .map((pair) => {
      const [written = ''] = pair.split('=', 1)
      const [[name = '', value = ''] = []] = new URLSearchParams(pair)
      const variable = variables.get(value)
      if (variable !== undefined) return `${written}={${variable}}`
      if (user[name] !== undefined) return `${written}=${user[name]}`
      const kept = pair.replaceAll('{', '%7B')
      if (!value.includes(origin)) return kept
      const encoded = encodeURIComponent(value)
      return `${written}=${encoded.replaceAll(encodeURIComponent(origin), '{origin}')}`
    })
    .join('&')
}

function writeText(text: string, variables: ReadonlyMap<string, string>): string {
  const escaped = text.replaceAll('{', '{brace}')
  return [...variables].reduce(
    (left, [token, name]) => left.replaceAll(token, `{${name}}`),
    escaped,
  )
}

/** Such a token belongs to a session that has begun before the file. */
function asksWithOldToken({ query = '', body = '' }: Step): boolean {
  return [query, body].some((text) => /[0-9a-f]{32,}(?:\+\\|%2B%5C)/i.test(text))
}
