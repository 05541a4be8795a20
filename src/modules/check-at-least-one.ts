import type { MessageParam } from '../messages/message.ts'
import { ApiError } from '../result/api-error.ts'
import type { PossibleError } from './module.ts'

/** Refuses none of some parameters; an empty one counts as given. */
export function checkAtLeastOne(
  { path, prefix }: { readonly path: string; readonly prefix: string },
  params: Readonly<Record<string, unknown>>,
  names: readonly string[],
): void {
  if (names.some((name) => params[name] !== undefined)) return

  const { key, params: said } = atLeastOneError(prefix, names)
  throw new ApiError(path, key, { params: said })
}

/** The error that says so, as a module declares it. */
export function atLeastOneError(
  prefix: string,
  names: readonly string[],
): Required<Pick<PossibleError, 'key' | 'params'>> {
  const list: MessageParam[] = names.map((name) => ({ name: prefix + name }))
  return {
    key: 'apierror-missingparam-at-least-one-of',
    params: [{ list, type: 'text' }, names.length],
  }
}
