import type { LooseParams, ParamValue } from '../client/param-value.ts'
import type { ApiParameters } from './ajax-options.ts'

/** Takes parameters as scripts write them: `null` is an empty text, in lists as well. */
export function readParameters(parameters: ApiParameters): LooseParams {
  const entries = Object.entries(parameters)
  return Object.fromEntries(entries.map(([name, value]) => [name, readValue(value)]))
}

function readValue(value: unknown): ParamValue {
  if (Array.isArray(value)) return value.map((each: unknown) => String(each ?? ''))
  if (value === null) return ''
  const isSent = value instanceof Date || value instanceof Blob
  return isSent || value === undefined || typeof value === 'boolean' ? value : String(value)
}
