import type { Awaitable } from '../awaitable.ts'
import { plaintext } from '../messages/message.ts'
import { ApiError } from '../result/api-error.ts'
import { listSeparator } from './clean-text.ts'
import { type ParamPlace, readerOf, type TextSpec } from './param-types.ts'
import { unrecognizedValues } from './unrecognized-values.ts'

type Values = readonly unknown[]

/**
 * Reads several values; those that are none of the words there are, are left out with a warning. They are
 * promised where something has to be looked up for one of them, or to tell how many there may be.
 */
export function readList(text: string, spec: TextSpec, place: ParamPlace): Awaitable<Values> {
  const given = split(text)
  const { all } = readerOf(spec.type)
  const everything = given.length === 1 && given[0] === '*' ? all?.(spec, place.reading) : undefined
  if (everything !== undefined) return everything

  const list: List = { text, given, spec, place: { ...place, list: given } }
  const [low] = mostValuesOf(spec)
  return given.length <= low ? readAll(list) : readMany(list)
}

/** The values of one parameter. */
interface List {
  readonly text: string
  readonly given: readonly string[]
  readonly spec: TextSpec
  readonly place: ParamPlace
}

/** Stands for a value that is none of the words there are. */
const unknownWord = Symbol('unknown word')

function readAll(list: List): Awaitable<Values> {
  const values: unknown[] = []
  for (const [index, one] of list.given.entries()) {
    const value = readOne(one, list)
    if (value instanceof Promise) return readRest(value, values, list.given.slice(index + 1), list)
    values.push(value)
  }
  return finish(values, list)
}

/** Reads on, one after the other, from the first value that something has to be looked up for. */
async function readRest(
  first: Promise<unknown>,
  before: Values,
  after: readonly string[],
  list: List,
): Promise<Values> {
  const values = [...before, await first]
  for (const one of after) values.push(await readOne(one, list))
  return finish(values, list)
}

function readOne(text: string, { spec, place }: List): unknown {
  try {
    return readerOf(spec.type).read(text, place, spec)
  } catch (error) {
    // What is an error for a single value is none in a list; only words, which need no looking up, have it.
    if (error instanceof ApiError && error.problem.code === 'badvalue') return unknownWord
    throw error
  }
}

function finish(values: Values, { text, given, spec, place }: List): Values {
  const known = values.filter((value) => value !== unknownWord)
  if (known.length < values.length) {
    const unknown = given.filter((_, index) => values[index] === unknownWord)
    place.reading.warn(unrecognizedValues(place, text, unknown))
  }
  return spec.duplicates ? known : withoutDuplicates(known)
}

function split(text: string): string[] {
  if (text === '' || text === listSeparator) return []
  if (text.startsWith(listSeparator)) return text.slice(1).split(listSeparator)
  return text.includes('|') ? text.split('|') : [text]
}

const usualLimits = [50, 500] as const

function mostValuesOf({
  mostValues = usualLimits,
}: TextSpec): readonly [low: number, high: number] {
  return mostValues
}

/** Reads more values than everybody may give. */
async function readMany(list: List): Promise<Values> {
  const { given, spec, place } = list
  const { module, name, reading } = place
  const [low, high] = mostValuesOf(spec)
  const limit = high > low && (await reading.hasHighLimits()) ? high : low
  if (given.length <= limit) return readAll(list)
  throw new ApiError(module, 'paramvalidator-toomanyvalues', {
    params: [plaintext(name), { num: limit }],
    data: { limit, lowlimit: low, highlimit: Math.max(low, high) },
  })
}

function withoutDuplicates(values: Values): Values {
  if (values.length < 2) return values
  return [...new Map(values.map((value) => [String(value), value])).values()]
}
