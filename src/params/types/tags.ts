import { ApiError } from '../../result/api-error.ts'
import { listOf } from '../../result/value.ts'
import type { ParamPlace } from '../param-types.ts'

/** Reads one tag of a change; of all that are given with it, an error names those that cannot be set. */
export async function readTag(text: string, place: ParamPlace): Promise<string> {
  const known = await place.reading.tags()
  if (known.includes(text)) return text

  const refused = (place.list ?? [text]).filter((tag) => !known.includes(tag))
  const one = refused.length === 1
  const key = one ? 'tags-apply-not-allowed-one' : 'tags-apply-not-allowed-multi'
  throw new ApiError(place.module, key, {
    params: [refused.join(', '), refused.length],
    data: { disallowedtags: listOf('v', refused) },
  })
}
