import { message, plaintext } from '../messages/message.ts'
import { ApiError } from '../result/api-error.ts'
import { type Problem, warning } from '../result/problem.ts'
import { listSeparator, showSeparators } from './clean-text.ts'
import { deprecation } from './deprecation.ts'
import { expandTemplates } from './expand-templates.ts'
import type { ParamSpec, ParamSpecs, Params } from './param-spec.ts'
import { type ParamPlace, readerOf, type TextSpec } from './param-types.ts'
import type { RawParams } from './raw-params.ts'
import { readList } from './read-list.ts'
import { phpArray } from './sent-param.ts'
import { readUpload } from './types/upload.ts'

/** The title of a page. */
export interface ParamTitle {
  readonly namespace: number
  /** Without the namespace. */
  readonly text: string
  /** With the namespace, or the prefix of another wiki. */
  readonly full: string
}

/** What reading parameters needs to know of its surroundings. */
export interface ParamReading {
  readonly raw: RawParams
  readonly warn: (problem: Problem) => void
  readonly now: Date
  /** Whether the reader may send 500 values where others may send 50. */
  readonly hasHighLimits: () => Promise<boolean>
  /** Hears what `max` came to, which the answer tells under the module's name in `limits`. */
  readonly tellLimit: (moduleName: string, limit: number) => void
  /** How the wiki spells the name of an account, or `undefined` if nobody can be called that. */
  readonly userName: (given: string) => string | undefined
  /** The name of the account with a number. */
  readonly findUserName: (id: number) => Promise<string | undefined>
  /** The title that a text means, or `undefined` if no page can be called that. */
  readonly findTitle: (given: string) => Promise<ParamTitle | undefined>
  readonly pageExists: (title: ParamTitle) => Promise<boolean>
  /** The namespaces that can have pages, by number. */
  readonly namespaces: readonly number[]
  /** The groups that users can be put into. */
  readonly groups: readonly string[]
  /** Whether a setting that parameters depend on is on. */
  readonly isOn: (setting: string) => boolean
  /** The tags that somebody may set by hand. */
  readonly tags: () => Promise<readonly string[]>
}

/** What has parameters: a module or a format. */
export interface HasParams<Specs extends ParamSpecs> {
  readonly path: string
  /** What kind of module it is; the main module is none. */
  readonly group?: string | undefined
  readonly prefix: string
  readonly params: Specs
}

/**
 * Reads the parameters that a module declares, in the order in which it declares them, those with
 * templates last. All are read, and may be warned about, before the first one that is wrong is.
 */
export async function readParams<const Specs extends ParamSpecs>(
  owner: HasParams<Specs>,
  reading: ParamReading,
): Promise<Params<Specs>> {
  const read = new Map<string, unknown>()
  const errors: ApiError[] = []
  const readOne = async (name: string, spec: ParamSpec): Promise<void> => {
    const value = await readParam(spec, placeOf(name, owner, reading)).catch((error: unknown) => {
      // What is not the client's mistake ends the reading at once.
      if (!(error instanceof ApiError)) throw error
      errors.push(error)
    })
    read.set(name, value)
  }
  for (const [name, spec] of Object.entries(owner.params)) {
    const isHere = spec.onlyWith === undefined || reading.isOn(spec.onlyWith)
    if (isHere && spec.template === undefined) await readOne(name, spec)
  }
  for (const [name, spec] of expandTemplates(owner, read, reading)) await readOne(name, spec)

  if (errors.length > 0) throw errors[0]
  // The one place where the compiler has to believe us; read-params.test.ts holds us to it.
  return Object.fromEntries(read) as Params<Specs>
}

function placeOf(
  name: string,
  { path, group, prefix }: HasParams<ParamSpecs>,
  reading: ParamReading,
): ParamPlace {
  return { module: path, group, name: prefix + name, isDefault: false, reading }
}

async function readParam(spec: ParamSpec, place: ParamPlace): Promise<unknown> {
  const given = findGiven(spec, place)
  if (given !== undefined && spec.deprecated) warnOfDeprecation(given, place)
  if (given === undefined && spec.required) {
    const { module, name } = place
    const params = [plaintext(name)]
    throw new ApiError(module, 'paramvalidator-missingparam', { params, legacyCode: `no${name}` })
  }
  const { type } = spec
  if (type === 'boolean') return given !== undefined
  if (type === 'upload') return given

  const text = typeof given === 'string' ? given : spec.default
  if (text === undefined) return undefined
  return readValue(text, { ...spec, type }, { ...place, isDefault: given === undefined })
}

/** What was sent for a parameter; a boolean is there, whatever its value. */
function findGiven(spec: ParamSpec, place: ParamPlace): string | File | undefined {
  const { raw } = place.reading
  if (spec.type === 'upload') return readUpload(place)
  if (spec.type !== 'boolean') return findText(place)
  const value = raw.read(place.name)
  return typeof value === 'object' ? '1' : undefined
}

function findText({ module, name, reading }: ParamPlace): string | undefined {
  const value = reading.raw.read(name)
  if (value === phpArray) {
    reading.warn(warning('main', message('apiwarn-unsupportedarray', name)))
    return undefined
  }
  if (value?.changed) reading.warn(warning(module, message('apiwarn-badutf8', name)))
  return value?.text
}

function warnOfDeprecation(given: string | File, place: ParamPlace): void {
  const text = typeof given === 'string' ? given : given.name
  const params = [plaintext(place.name), plaintext(showSeparators(text))]
  const why = message('paramvalidator-param-deprecated', ...params)
  for (const problem of deprecation(place, why)) place.reading.warn(problem)
}

async function readValue(text: string, spec: TextSpec, place: ParamPlace): Promise<unknown> {
  if (spec.multi) return readList(text, spec, place)
  if (text.startsWith(listSeparator)) {
    const params = [plaintext(place.name), plaintext(showSeparators(text))]
    throw new ApiError(place.module, 'paramvalidator-notmulti', { params })
  }
  const value = await readerOf(spec.type).read(text, place, spec)
  return spec.type === 'tags' ? [value] : value
}
