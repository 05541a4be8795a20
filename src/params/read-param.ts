import { message, plaintext } from '../messages/message.ts'
import { ApiError } from '../result/api-error.ts'
import { warning } from '../result/problem.ts'
import { listSeparator, showSeparators } from './clean-text.ts'
import { deprecation } from './deprecation.ts'
import type { PlannedParam } from './param-plan.ts'
import type { ParamSpec } from './param-spec.ts'
import { type ParamPlace, readerOf, type TextSpec } from './param-types.ts'
import { readList } from './read-list.ts'
import type { ParamReading } from './read-params.ts'
import { phpArray } from './sent-param.ts'
import { readUpload } from './types/upload.ts'

/** Reads one parameter; what it comes to is promised only where something has to be looked up. */
export function readParam(param: PlannedParam, reading: ParamReading): unknown {
  const { module, name } = param
  const given = param.way.find(param, reading)
  if (given === undefined && param.isRequired) {
    const params = [plaintext(name)]
    throw new ApiError(module, 'paramvalidator-missingparam', { params, legacyCode: `no${name}` })
  }
  if (given === undefined) return readAbsent(param, reading)

  if (param.isDeprecated) warnOfDeprecation(given, param, reading)
  return param.way.read(given, placeOf(param, reading, false))
}

/** What a parameter is that is not sent: its default, read as if it were. */
export function readAbsent(param: PlannedParam, reading: ParamReading): unknown {
  const { absent, way } = param
  return typeof absent === 'string' ? way.read(absent, placeOf(param, reading, true)) : absent
}

function placeOf(
  { module, group, name }: PlannedParam,
  reading: ParamReading,
  isDefault: boolean,
): ParamPlace {
  return { module, group, name, isDefault, reading }
}

/** How a parameter is found, and how what was found is read. */
export interface Way {
  readonly find: (param: PlannedParam, reading: ParamReading) => string | File | undefined
  readonly read: (given: string | File, place: ParamPlace) => unknown
}

/** The way of a parameter. */
export function wayOf(spec: ParamSpec): Way {
  const { type } = spec
  if (type === 'boolean') return ofFlags
  return type === 'upload' ? ofFiles : ofText({ ...spec, type })
}

/** A flag is there, whatever its value. */
const ofFlags: Way = {
  find: ({ name }, { raw }) => (typeof raw.read(name) === 'object' ? '1' : undefined),
  read: () => true,
}

const ofFiles: Way = {
  find: (param, reading) => readUpload(placeOf(param, reading, false)),
  read: (file) => file,
}

function ofText(spec: TextSpec): Way {
  const { read } = readerOf(spec.type)
  const { multi, type } = spec
  return {
    find: findText,
    read(given, place) {
      const text = String(given)
      if (multi) return readList(text, spec, place)
      if (text[0] === listSeparator) throw notSeveral(text, place)
      const value = read(text, place, spec)
      return type === 'tags' ? Promise.resolve(value).then((tag: unknown) => [tag]) : value
    },
  }
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

function notSeveral(text: string, { module, name }: ParamPlace): ApiError {
  const params = [plaintext(name), plaintext(showSeparators(text))]
  return new ApiError(module, 'paramvalidator-notmulti', { params })
}

function warnOfDeprecation(given: string | File, param: PlannedParam, reading: ParamReading): void {
  const text = typeof given === 'string' ? given : given.name
  const params = [plaintext(param.name), plaintext(showSeparators(text))]
  const why = message('paramvalidator-param-deprecated', ...params)
  for (const problem of deprecation(param, why)) reading.warn(problem)
}
