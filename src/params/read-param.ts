import { message, plaintext } from '../messages/message.ts'
import { ApiError } from '../result/api-error.ts'
import { warning } from '../result/problem.ts'
import { listSeparator, showSeparators } from './clean-text.ts'
import { deprecation } from './deprecation.ts'
import type { PlannedParam } from './param-plan.ts'
import { type ParamPlace, readerOf, type TextSpec } from './param-types.ts'
import { readList } from './read-list.ts'
import type { ParamReading } from './read-params.ts'
import { phpArray } from './sent-param.ts'
import { readUpload } from './types/upload.ts'

/** Reads one parameter; what it comes to is promised only where something has to be looked up. */
export function readParam(param: PlannedParam, reading: ParamReading): unknown {
  const { module, name, spec, text } = param
  const given = findGiven(param, reading)
  if (given === undefined && spec.required) {
    const params = [plaintext(name)]
    throw new ApiError(module, 'paramvalidator-missingparam', { params, legacyCode: `no${name}` })
  }
  if (given === undefined) return readAbsent(param, reading)

  if (spec.deprecated) warnOfDeprecation(given, param, reading)
  if (typeof given !== 'string') return given
  // A boolean is there, whatever its value.
  if (text === undefined) return true
  return readValue(given, text, placeOf(param, reading))
}

/** What a parameter is that is not sent: its default, read as if it were. */
export function readAbsent(param: PlannedParam, reading: ParamReading): unknown {
  const { spec, text } = param
  if (spec.type === 'boolean') return false
  if (text?.default === undefined) return undefined
  return readValue(text.default, text, { ...placeOf(param, reading), isDefault: true })
}

function placeOf({ module, group, name }: PlannedParam, reading: ParamReading): ParamPlace {
  return { module, group, name, isDefault: false, reading }
}

/** What was sent for a parameter; of a boolean, something. */
function findGiven(param: PlannedParam, reading: ParamReading): string | File | undefined {
  const { name, spec } = param
  if (spec.type === 'upload') return readUpload(placeOf(param, reading))
  if (spec.type !== 'boolean') return findText(param, reading)
  return typeof reading.raw.read(name) === 'object' ? '1' : undefined
}

function findText({ module, name }: PlannedParam, reading: ParamReading): string | undefined {
  const value = reading.raw.read(name)
  if (value === phpArray) {
    reading.warn(warning('main', message('apiwarn-unsupportedarray', name)))
    return undefined
  }
  if (value?.changed) reading.warn(warning(module, message('apiwarn-badutf8', name)))
  return value?.text
}

function warnOfDeprecation(given: string | File, param: PlannedParam, reading: ParamReading): void {
  const text = typeof given === 'string' ? given : given.name
  const params = [plaintext(param.name), plaintext(showSeparators(text))]
  const why = message('paramvalidator-param-deprecated', ...params)
  for (const problem of deprecation(param, why)) reading.warn(problem)
}

function readValue(text: string, spec: TextSpec, place: ParamPlace): unknown {
  if (spec.multi) return readList(text, spec, place)
  if (text.startsWith(listSeparator)) {
    const params = [plaintext(place.name), plaintext(showSeparators(text))]
    throw new ApiError(place.module, 'paramvalidator-notmulti', { params })
  }
  const value = readerOf(spec.type).read(text, place, spec)
  if (spec.type !== 'tags') return value
  return value instanceof Promise ? value.then((tag: unknown) => [tag]) : [value]
}
