import type { ParamSpec } from '../param-spec.ts'
import type { ParamPlace } from '../param-types.ts'
import type { ParamReading } from '../read-params.ts'
import { unrecognized } from './word.ts'

/** Reads the number of a namespace. */
export function readNamespace(text: string, place: ParamPlace, spec: ParamSpec): number {
  const known = namespacesFor(spec, place.reading)
  const id = /^[+-]?\d+$/.test(text) ? numberOf(text) : undefined
  const found = known.find((namespace) => BigInt(namespace) === id)
  if (found === undefined) throw unrecognized(String(id ?? text), place, known)
  return found
}

/** As PHP has it, where what does not fit is the largest number. */
function numberOf(text: string): bigint {
  const [, sign, digits = ''] = /^([+-]?)0*(\d+)$/.exec(text) ?? []
  const fits = digits.length < 20
  if (sign === '-') return fits ? maxOf(BigInt(`-${digits}`), -largest - 1n) : -largest - 1n
  return fits ? minOf(BigInt(digits), largest) : largest
}

const largest = 2n ** 63n - 1n
const minOf = (one: bigint, other: bigint): bigint => (one < other ? one : other)
const maxOf = (one: bigint, other: bigint): bigint => (one > other ? one : other)

/** The namespaces that a parameter can name, by number. */
export function namespacesFor(
  { extraNamespaces = [] }: ParamSpec,
  { namespaces }: ParamReading,
): readonly number[] {
  return [...namespaces, ...extraNamespaces].sort((one, other) => one - other)
}
