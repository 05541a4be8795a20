import { plaintext } from '../../messages/message.ts'
import { ApiError } from '../../result/api-error.ts'
import type { ParamPlace } from '../param-types.ts'

/** Reads a file out of a form; `undefined` if there is none. */
export function readUpload({ module, name, reading }: ParamPlace): File | undefined {
  const { raw } = reading
  const file = raw.readFile(name)
  // Browsers send a part without a name for a file that nobody chose.
  if (file !== undefined && file.name !== '') return file

  // Text where a file should be is no text that clean-up could change.
  const text = raw.read(name)
  if (typeof text !== 'object') return undefined
  const code = file === undefined ? 'notupload' : 'nofile'
  const params = [plaintext(name), plaintext('')]
  throw new ApiError(module, `paramvalidator-badupload-${code}`, { params, data: { code } })
}
