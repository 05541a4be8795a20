import type { MessageParam } from '../../messages/message.ts'
import { ApiError } from '../../result/api-error.ts'

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

  const list: MessageParam[] = given.map((name) => ({ name: prefix + name }))
  throw new ApiError(path, 'apierror-invalidparammix', {
    params: [{ list, type: 'text' }, given.length],
  })
}
