import type { MessageParam } from '../messages/message.ts'
import { ApiError } from '../result/api-error.ts'
import type { PossibleError } from './module.ts'

/** Refuses none of some parameters, and more than one of them; an empty one counts, too. */
export function checkOnlyOne(
  { path, prefix }: { readonly path: string; readonly prefix: string },
  params: Readonly<Record<string, unknown>>,
  names: readonly string[],
): void {
  const given = names.filter((name) => params[name] !== undefined)
  if (given.length === 1) return

  const said = nameParams(prefix, given.length === 0 ? names : given)
  if (given.length === 0) throw new ApiError(path, 'apierror-missingparam-one-of', { params: said })
  throw new ApiError(path, 'apierror-invalidparammix', { params: said })
}

/** The errors that say so, as a module declares them. */
export function onlyOneErrors(prefix: string, names: readonly string[]): readonly PossibleError[] {
  const params = nameParams(prefix, names)
  return [
    { key: 'apierror-missingparam-one-of', params },
    { key: 'apierror-invalidparammix', params },
  ]
}

function nameParams(prefix: string, names: readonly string[]): readonly MessageParam[] {
  const list: MessageParam[] = names.map((name) => ({ name: prefix + name }))
  return [{ list, type: 'text' }, names.length]
}
