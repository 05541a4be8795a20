import { readJson } from '../read-json.ts'
import { findTokens, isToken } from '../variables.ts'

/** A token that was answered, and where it stood. */
export interface HarToken {
  readonly token: string
  /** As `remember` of a step takes it. */
  readonly path: string
}

/** Finds the tokens of an answer: in JSON by their path, in anything else by their number. */
export function harTokens(answer: string): readonly HarToken[] {
  const value = readJson(answer)
  return value === undefined
    ? findTokens(answer).map((token, index) => ({ token, path: `token:${index}` }))
    : findDeep(value, [])
}

function findDeep(value: unknown, path: readonly string[]): readonly HarToken[] {
  if (typeof value === 'string')
    return isToken(value) ? [{ token: value, path: path.join('.') }] : []
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => findDeep(inner, [...path, key]))
}
