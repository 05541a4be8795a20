import type { Awaitable } from '../../awaitable.ts'
import { type MessageParam, message, plaintext } from '../../messages/message.ts'
import { ApiError } from '../../result/api-error.ts'
import { warning } from '../../result/problem.ts'
import type { ParamSpec } from '../param-spec.ts'
import type { ParamPlace } from '../param-types.ts'

const largest = 2n ** 63n - 1n

/** Reads a whole number of 64 bits, and moves it into its range. */
export function readInteger(text: string, place: ParamPlace, spec: ParamSpec): Awaitable<bigint> {
  const value = parseInteger(text, place)
  const { min, max } = spec
  const isInRange = (min === undefined || value >= min) && (max === undefined || value <= max)
  return isInRange ? value : moveIntoRange(value, text, place, spec)
}

/** Reads how much somebody wants to have; `max` is as much as they may. */
export function readLimit(text: string, place: ParamPlace, spec: ParamSpec): Awaitable<number> {
  if (text === 'max') return readMost(place, spec)
  const limit = readInteger(text, place, { min: 0, ...spec })
  return limit instanceof Promise ? limit.then(Number) : Number(limit)
}

async function readMost(place: ParamPlace, spec: ParamSpec): Promise<number> {
  const { module, reading } = place
  const most = (await largestFor(spec, place)) ?? Number.MAX_SAFE_INTEGER
  if (!place.isDefault) reading.tellLimit(module.slice(module.lastIndexOf('+') + 1), most)
  return most
}

function parseInteger(text: string, { module, name }: ParamPlace): bigint {
  const [, sign, digits] = /^([+-]?)0*(\d{1,19})$/.exec(text) ?? []
  const value = digits === undefined ? undefined : BigInt(sign === '-' ? `-${digits}` : digits)
  const fits = value !== undefined && BigInt.asIntN(64, value) === value
  // MediaWiki takes the largest number for one that did not fit when there is a plus before it.
  if (!fits || (value === largest && sign === '+')) {
    const params = [plaintext(name), plaintext(text)]
    throw new ApiError(module, 'paramvalidator-badinteger', { params })
  }
  return value
}

async function moveIntoRange(
  value: bigint,
  text: string,
  place: ParamPlace,
  spec: ParamSpec,
): Promise<bigint> {
  const { min } = spec
  const most = await largestFor(spec, place)
  if (min !== undefined && value < min) {
    complain(text, place, spec, most)
    return BigInt(min)
  }
  if (most === undefined || value <= most) return value
  complain(text, place, spec, most)
  return BigInt(most)
}

async function largestFor(spec: ParamSpec, { reading }: ParamPlace): Promise<number | undefined> {
  const { max, highMax } = spec
  if (max === undefined || highMax === undefined || highMax <= max) return max
  return (await reading.hasHighLimits()) ? highMax : max
}

function complain(
  text: string,
  place: ParamPlace,
  spec: ParamSpec,
  most: number | undefined,
): void {
  const { module, name, reading } = place
  const { min, max, enforceRange } = spec
  const params: MessageParam[] = [
    plaintext(name),
    plaintext(text),
    { num: min ?? '' },
    { num: most ?? '' },
  ]
  const data = {
    min: min ?? null,
    curmax: most ?? null,
    max: max ?? null,
    highmax: highestOf(spec) ?? null,
  }
  const key = rangeKey(min !== undefined, max !== undefined)
  if (enforceRange) throw new ApiError(module, key, { params, data })
  reading.warn(warning(module, message(key, ...params), { code: 'outofrange', data }))
}

function highestOf({ max, highMax }: ParamSpec): number | undefined {
  return max === undefined ? undefined : Math.max(max, highMax ?? max)
}

function rangeKey(hasMin: boolean, hasMax: boolean) {
  if (hasMin && hasMax) return 'paramvalidator-outofrange-minmax'
  return hasMin ? 'paramvalidator-outofrange-min' : 'paramvalidator-outofrange-max'
}
