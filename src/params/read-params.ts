import { message, plaintext } from '../messages/message.ts'
import { ApiError } from '../result/api-error.ts'
import { type Problem, warning } from '../result/problem.ts'
import { listOf } from '../result/value.ts'
import type { ParamSpec, ParamSpecs, Params } from './param-spec.ts'
import { type ParamPlace, readerOf } from './param-types.ts'
import { listSeparator, phpArray, type RawParams } from './raw-params.ts'

/** What reading parameters needs to know of its surroundings. */
export interface ParamReading {
  readonly raw: RawParams
  readonly warn: (problem: Problem) => void
  /** Whether the reader may send 500 values where others may send 50. */
  readonly hasHighLimits: () => Promise<boolean>
  readonly userName: (given: string) => string | undefined
}

/** What has parameters: a module or a format. */
export interface HasParams<Specs extends ParamSpecs> {
  readonly path: string
  readonly prefix: string
  readonly params: Specs
}

/** Reads the parameters that a module declares, in the order in which it declares them. */
export async function readParams<const Specs extends ParamSpecs>(
  { path, prefix, params }: HasParams<Specs>,
  reading: ParamReading,
): Promise<Params<Specs>> {
  const values: Record<string, unknown> = {}
  for (const [name, spec] of Object.entries(params)) {
    const place = { module: path, name: prefix + name, userName: reading.userName }
    values[name] = await readParam(spec, place, reading)
  }
  // The one place where the compiler has to believe us; read-params.test.ts holds us to it.
  return values as Params<Specs>
}

async function readParam(
  spec: ParamSpec,
  place: ParamPlace,
  reading: ParamReading,
): Promise<unknown> {
  const text = readText(place, reading)
  const needsText = spec.type === 'string' || spec.type === 'password'
  if (spec.required && (text === undefined || (text === '' && needsText))) {
    const { module, name } = place
    const params = [plaintext(name)]
    throw new ApiError(module, 'paramvalidator-missingparam', { params, legacyCode: `no${name}` })
  }
  if (spec.type === 'boolean') return text !== undefined

  const given = text ?? spec.default
  if (given === undefined) return undefined
  if (spec.multi) return readList(given, spec, place, reading)
  if (given.startsWith(listSeparator)) {
    const params = [plaintext(place.name), plaintext(given.replace(listSeparator, '\ufffd'))]
    throw new ApiError(place.module, 'paramvalidator-notmulti', { params })
  }
  return readerOf(spec.type)(given, place, spec)
}

function readText({ module, name }: ParamPlace, { raw, warn }: ParamReading): string | undefined {
  const value = raw.read(name)
  if (value === phpArray) {
    warn(warning('main', message('apiwarn-unsupportedarray', name)))
    return undefined
  }
  if (value?.changed) warn(warning(module, message('apiwarn-badutf8', name)))
  return value?.text
}

async function readList(
  text: string,
  spec: ParamSpec,
  place: ParamPlace,
  reading: ParamReading,
): Promise<readonly unknown[]> {
  const given = split(text)
  await checkCount(given.length, place, reading)
  const values = [...new Set(given)]
  if (typeof spec.type === 'string') {
    return values.map((value) => readerOf(spec.type)(value, place, spec))
  }

  const words = spec.type
  if (spec.all && values.length === 1 && values[0] === '*') return words
  const unknown = given.filter((value) => !words.includes(value))
  if (unknown.length > 0) reading.warn(unrecognizedValues(place, text, unknown))
  return values.filter((value) => words.includes(value))
}

function split(text: string): string[] {
  if (text === '' || text === listSeparator) return []
  return text.startsWith(listSeparator) ? text.slice(1).split(listSeparator) : text.split('|')
}

const lowLimit = 50
const highLimit = 500

async function checkCount(
  count: number,
  { module, name }: ParamPlace,
  { hasHighLimits }: ParamReading,
): Promise<void> {
  if (count <= lowLimit) return

  const limit = (await hasHighLimits()) ? highLimit : lowLimit
  if (count <= limit) return
  throw new ApiError(module, 'paramvalidator-toomanyvalues', {
    params: [plaintext(name), { num: limit }],
    data: { limit, lowlimit: lowLimit, highlimit: highLimit },
  })
}

function unrecognizedValues(
  { module, name }: ParamPlace,
  text: string,
  unknown: readonly string[],
): Problem {
  const list = { list: unknown.map(plaintext), type: 'comma' } as const
  return warning(
    module,
    message('paramvalidator-unrecognizedvalues', plaintext(name), plaintext(text), list, {
      num: unknown.length,
    }),
    { code: 'unrecognizedvalues', data: { values: listOf('v', unknown) } },
  )
}
