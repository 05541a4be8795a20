import { plaintext } from '../../messages/message.ts'
import { ApiError } from '../../result/api-error.ts'
import type { ParamSpec } from '../param-spec.ts'
import type { ParamPlace } from '../param-types.ts'

/** Reads the title of a page, with its namespace, as the wiki spells it. */
export async function readTitle(
  text: string,
  { module, name, reading }: ParamPlace,
  { mustExist }: ParamSpec,
): Promise<string> {
  const params = [plaintext(name), plaintext(text)]
  const title = await reading.findTitle(text)
  if (title === undefined) throw new ApiError(module, 'paramvalidator-badtitle', { params })
  if (mustExist && !(await reading.pageExists(title))) {
    throw new ApiError(module, 'paramvalidator-missingtitle', { params })
  }
  return title.full
}
