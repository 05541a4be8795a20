import { randomBytes } from 'node:crypto'
import { CannotPlay } from './cannot-compare.ts'

/** The values that `{name}` stands for. */
export type Variables = Map<string, string>

/** Variables of a conversation that begins: `{fresh}` is a word of this run alone, `{brace}` a brace. */
export function startVariables(): Variables {
  return new Map([
    ['fresh', `q${randomBytes(4).toString('hex')}`],
    ['brace', '{'],
  ])
}

/** Puts the variables into a text, each through `encode`; `{!name}` takes one as it is. */
export function fill(
  text: string,
  variables: Variables,
  encode: (value: string) => string = (value) => value,
): string {
  return text.replaceAll(/\{(!?)([a-z][\w.]*)\}/gi, (_, raw: string, name: string) => {
    const value = variables.get(name)
    if (value === undefined) throw new CannotPlay(`"${name}" of an earlier answer`)
    return raw === '!' ? value : encode(value)
  })
}

/** Puts the variables into every text of a plain value. */
export function fillDeep<Value>(value: Value, variables: Variables): Value {
  return JSON.parse(fill(JSON.stringify(value), variables))
}

/** Finds a value by its dotted path in an answer. */
export function findByPath(value: unknown, path: string): string | undefined {
  let found = value
  for (const key of path.split('.')) {
    if (typeof found !== 'object' || found === null) return undefined
    found = Object.entries(found).find(([name]) => name === key)?.[1]
  }
  return typeof found === 'string' || typeof found === 'number' ? String(found) : undefined
}

const tokens = /[0-9a-f]{32,}\+\\/g

/** Tells whether a value looks like a token that MediaWiki gave. */
export function isToken(value: string): boolean {
  return value.length < 200 && /^[0-9a-f]{32,}\+\\$/.test(value)
}

/** Finds the tokens that stand in a text, in their order. */
export function findTokens(text: string): readonly string[] {
  return text.match(tokens) ?? []
}
