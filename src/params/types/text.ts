import { plaintext } from '../../messages/message.ts'
import { ApiError } from '../../result/api-error.ts'
import type { ParamSpec } from '../param-spec.ts'
import type { ParamPlace } from '../param-types.ts'

/** Reads text: a line, several lines, or a password. */
export function readText(text: string, { module, name }: ParamPlace, spec: ParamSpec): string {
  const { required, maxBytes, maxChars } = spec
  const given = [plaintext(name), plaintext(text)]
  if (required && text === '') {
    const legacyCode = `no${name}`
    throw new ApiError(module, 'paramvalidator-missingparam', { params: given, legacyCode })
  }
  const data = { maxbytes: maxBytes ?? null, maxchars: maxChars ?? null }
  const bytes = Buffer.byteLength(text)
  if (maxBytes !== undefined && bytes > maxBytes) {
    const params = [...given, { num: maxBytes }, { num: bytes }]
    throw new ApiError(module, 'paramvalidator-maxbytes', { params, data })
  }
  // No text has more characters than bytes, which are counted already.
  if (maxChars !== undefined && bytes > maxChars && [...text].length > maxChars) {
    const params = [...given, { num: maxChars }, { num: [...text].length }]
    throw new ApiError(module, 'paramvalidator-maxchars', { params, data })
  }
  return text
}
