import type { ShownParam } from '../request/shown-modules.ts'
import { tokenTypeOf } from '../request/token-type.ts'

/** Where tokens are filled in, and where they come from. */
export interface TokenPlaces {
  readonly params: readonly ShownParam[]
  /** What is filled in; it is changed. */
  readonly values: Map<string, string>
  /** Asks for a token; `''` if the wiki gives none. */
  getToken(type: string): Promise<string>
}

/** Fills in the tokens that are missing, or all anew. */
export async function fillInTokens(
  which: 'all' | 'missing',
  { params, values, getToken }: TokenPlaces,
): Promise<void> {
  for (const param of which === 'missing' ? missingTokens(params, values) : params) {
    const type = tokenTypeOf(param)
    if (type === undefined) continue

    const token = await getToken(type)
    if (token !== '') values.set(param.name, token)
  }
}

/** The parameters that need a token and have none. */
export function missingTokens(
  params: readonly ShownParam[],
  values: ReadonlyMap<string, string>,
): readonly ShownParam[] {
  return params.filter(
    (param) => tokenTypeOf(param) !== undefined && (values.get(param.name) ?? '') === '',
  )
}
