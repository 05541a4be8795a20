import { message, plaintext } from '../../messages/message.ts'
import { ApiError } from '../../result/api-error.ts'
import { deprecation } from '../deprecation.ts'
import type { ParamSpec } from '../param-spec.ts'
import type { ParamPlace } from '../param-types.ts'

/** Reads one of the words that a parameter can have as its value. */
export function readWord(text: string, place: ParamPlace, spec: ParamSpec): string {
  const words = typeof spec.type === 'string' ? [] : spec.type
  // The declared word, not the one that came: what is looked up by that is found at once.
  const word = words[words.indexOf(text)]
  if (word === undefined) throw unrecognized(text, place, words)

  if (spec.deprecatedValues?.includes(text) && !place.isDefault) {
    const params = [plaintext(place.name), plaintext(text)]
    const why = message('paramvalidator-deprecated-value', ...params)
    for (const problem of deprecation(place, why, `=${text}`)) place.reading.warn(problem)
  }
  return word
}

/** The error for a value that is none of those that there are. */
export function unrecognized(
  text: string,
  { module, name }: ParamPlace,
  values: readonly (string | number)[],
): ApiError {
  const list = { list: values.map((value) => ({ plaintext: value })), type: 'text' } as const
  const params = [plaintext(name), plaintext(text), list, { num: values.length }]
  const legacyCode = `unknown_${name}`
  return new ApiError(module, 'paramvalidator-badvalue-enumnotmulti', { params, legacyCode })
}
