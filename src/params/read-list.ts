import { plaintext } from '../messages/message.ts'
import { ApiError } from '../result/api-error.ts'
import { listSeparator } from './clean-text.ts'
import type { ParamSpec } from './param-spec.ts'
import { type ParamPlace, readerOf, type TextSpec } from './param-types.ts'
import { unrecognizedValues } from './unrecognized-values.ts'

/** Reads several values; those that are none of the words there are, are left out with a warning. */
export async function readList(
  text: string,
  spec: TextSpec,
  place: ParamPlace,
): Promise<readonly unknown[]> {
  const { read, all } = readerOf(spec.type)
  const given = split(text)
  const everything = given.length === 1 && given[0] === '*' ? all?.(spec, place.reading) : undefined
  if (everything !== undefined) return everything

  await checkCount(given.length, spec, place)
  const values: unknown[] = []
  const unknown: string[] = []
  for (const one of given) {
    try {
      values.push(await read(one, { ...place, list: given }, spec))
    } catch (error) {
      // What is an error for a single value is none in a list.
      if (!(error instanceof ApiError) || error.problem.code !== 'badvalue') throw error
      unknown.push(one)
    }
  }
  if (unknown.length > 0) place.reading.warn(unrecognizedValues(place, text, unknown))
  return spec.duplicates ? values : withoutDuplicates(values)
}

function split(text: string): string[] {
  if (text === '' || text === listSeparator) return []
  return text.startsWith(listSeparator) ? text.slice(1).split(listSeparator) : text.split('|')
}

const usualLimits = [50, 500] as const

async function checkCount(
  count: number,
  { mostValues = usualLimits }: ParamSpec,
  { module, name, reading }: ParamPlace,
): Promise<void> {
  const [low, high] = mostValues
  if (count <= low) return

  const limit = high > low && (await reading.hasHighLimits()) ? high : low
  if (count <= limit) return
  throw new ApiError(module, 'paramvalidator-toomanyvalues', {
    params: [plaintext(name), { num: limit }],
    data: { limit, lowlimit: low, highlimit: Math.max(low, high) },
  })
}

function withoutDuplicates(values: readonly unknown[]): readonly unknown[] {
  return [...new Map(values.map((value) => [String(value), value])).values()]
}
