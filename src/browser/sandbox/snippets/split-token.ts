import type { SentParam } from '../request/build-request.ts'
import { tokenTypeOf } from '../request/token-type.ts'

/** The token that a program can get itself, and what is sent besides. */
export interface SplitToken {
  readonly token: { readonly name: string; readonly type: string } | undefined
  readonly params: readonly SentParam[]
}

/** Finds the parameter of a request that a program can fill in with a token of its own. */
export function splitToken(params: readonly SentParam[]): SplitToken {
  for (const param of params) {
    const type = param.shown && tokenTypeOf(param.shown)
    if (type === undefined) continue
    return {
      token: { name: param.name, type },
      params: params.filter((other) => other !== param),
    }
  }
  return { token: undefined, params }
}
