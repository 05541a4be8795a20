import type { MessageParam } from '../../messages/message.ts'
import { ApiError } from '../../result/api-error.ts'
import type { PossibleError } from '../module.ts'

/** Refuses more than one of some parameters; an empty one counts, too. */
export function checkExclusive(
  { path, prefix }: { readonly path: string; readonly prefix: string },
  params: Readonly<Record<string, unknown>>,
  names: readonly string[],
): void {
  const given = Object.keys(params).filter(
    (name) => names.includes(name) && params[name] !== undefined,
  )
  if (given.length < 2) return

  const { key, params: said } = exclusive(prefix, given)
  throw new ApiError(path, key, { params: said })
}

/** The error that says that parameters exclude each other, as a module declares it. */
export function exclusive(
  prefix: string,
  names: readonly string[],
): Required<Pick<PossibleError, 'key' | 'params'>> {
  const list: MessageParam[] = names.map((name) => ({ name: prefix + name }))
  return { key: 'apierror-invalidparammix', params: [{ list, type: 'text' }, names.length] }
}
