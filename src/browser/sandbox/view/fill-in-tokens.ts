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
  for (const param of params) {
    const type = tokenTypeOf(param)
    const isMissing = (values.get(param.name) ?? '') === ''
    if (type === undefined || (which === 'missing' && !isMissing)) continue

    const token = await getToken(type)
    if (token !== '') values.set(param.name, token)
  }
}
