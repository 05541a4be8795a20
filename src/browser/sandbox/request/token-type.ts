import type { ShownParam } from './shown-modules.ts'

/**
 * The type of the token that a parameter needs, if it is one that can be filled in. That of `action=login` is
 * not told, since its first request may be sent without one.
 */
export function tokenTypeOf({ info, module }: ShownParam): string | undefined {
  if (info.tokentype !== undefined) return info.tokentype
  return module.path === 'login' && info.name === 'token' ? 'login' : undefined
}

/** The parameter that says of which type a token is, where that is for the visitor to choose: in `checktoken`. */
export function tokenTypeParamOf({ info, module }: ShownParam): string | undefined {
  return module.path === 'checktoken' && info.name === 'token' ? `${module.prefix}type` : undefined
}
