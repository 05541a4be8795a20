import type { Conversation, Step } from '../../../src/compare/conversation.ts'
import { fetchLoginToken } from '../steps.ts'

/** One thing that can be wrong with a request, whichever else is. */
interface Wrong {
  /** What it touches: two things that touch the same cannot both be wrong. */
  readonly at: string
  /** Parameters of the address; `undefined` takes one out, wherever it is. */
  readonly query?: Readonly<Record<string, string | undefined>>
  readonly body?: Readonly<Record<string, string | undefined>>
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly config?: Readonly<Record<string, unknown>>
}

/** A request in which nothing is wrong. */
interface Right {
  readonly query: Readonly<Record<string, string>>
  readonly body?: Readonly<Record<string, string>>
}

const json = { format: 'json', formatversion: '2' }
const permission = (right: string): NonNullable<Wrong['config']> => ({
  GroupPermissions: { __merge: { '*': { [right]: false } } },
})

/** What can be wrong with every request, in the order in which a client hears of it. */
// biome-ignore format: a table
const withAny: readonly Wrong[] = [
  { at: 'origin',        query: { origin: 'https://example.org' } },
  { at: 'maxlag',        query: { maxlag: 'x' } },
  { at: 'assert',        query: { assert: 'nonsense' } },
  { at: 'assertuser',    query: { assertuser: 'a%23b' } },
  { at: 'errorformat',   query: { errorformat: 'nonsense' } },
  { at: 'assert',        query: { assert: 'user' } },
  { at: 'maxlag',        query: { maxlag: '-2' } },
  { at: 'method',        method: 'PUT' },
  { at: 'formatversion', query: { formatversion: '3' } },
]

// biome-ignore format: a table
const withReading: readonly Wrong[] = [
  { at: 'type',        query: { type: undefined } },
  { at: 'type',        query: { type: 'nonsense' } },
  { at: 'token',       query: { token: undefined } },
  { at: 'maxtokenage', query: { maxtokenage: 'x' } },
  { at: 'config',      config: permission('read') },
]

// biome-ignore format: a table
const withLogin: readonly Wrong[] = [
  { at: 'config',   config: permission('writeapi') },
  { at: 'config',   config: { ReadOnly: 'maintenance' } },
  { at: 'promise',  headers: { 'promise-non-write-api-action': '1' } },
  { at: 'method',   method: 'GET' },
  { at: 'password', query: { lgpassword: 'x' } },
  { at: 'lgtoken',  body: { lgtoken: 'x' } },
  { at: 'lgname',   body: { lgname: '' } },
]

// biome-ignore format: a table
const withLogout: readonly Wrong[] = [
  { at: 'token',  body: { token: undefined } },
  { at: 'token',  body: { token: 'x' } },
  { at: 'token',  query: { token: 'x' } },
]

/** What the precedence of two errors is asked of. */
export const precedence: readonly Conversation[] = [
  {
    name: 'says which of two wrongs it minds in a question',
    steps: pairs({ query: { action: 'checktoken', type: 'csrf', token: 'x', ...json } }, [
      ...withAny,
      ...withReading,
    ]),
  },
  {
    name: 'says which of two wrongs it minds in a login',
    steps: [
      fetchLoginToken(),
      ...pairs(
        {
          query: { action: 'login', ...json },
          body: { lgname: 'Nobody', lgpassword: 'x', lgtoken: '{login}' },
        },
        [...withAny, ...withLogin],
      ),
    ],
  },
  {
    name: 'says which of two wrongs it minds in a logout',
    steps: pairs({ query: { action: 'logout', ...json }, body: { token: 'x' } }, [
      ...withAny,
      ...withLogout,
    ]),
  },
]

function pairs(right: Right, wrongs: readonly Wrong[]): Step[] {
  return wrongs.flatMap((one, index) =>
    wrongs
      .slice(index + 1)
      .filter((other) => other.at !== one.at)
      .map((other) => step(right, one, other)),
  )
}

function step(right: Right, ...wrongs: readonly [Wrong, Wrong]): Step {
  const [one, other] = wrongs
  const query = spell({ ...right.query, ...one.query, ...other.query })
  const body = right.body && spell({ ...right.body, ...one.body, ...other.body })
  const method = one.method ?? other.method
  const config = { ...one.config, ...other.config }
  const headers = { ...one.headers, ...other.headers }
  return {
    query,
    // Only a POST has parameters in its body.
    ...(body === undefined || method === 'GET' ? {} : { body }),
    ...(method === undefined ? {} : { method }),
    ...(Object.keys(config).length === 0 ? {} : { config }),
    ...(Object.keys(headers).length === 0 ? {} : { headers }),
  }
}

function spell(params: Readonly<Record<string, string | undefined>>): string {
  return Object.entries(params)
    .flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${value}`]))
    .join('&')
}
