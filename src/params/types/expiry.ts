import { message, plaintext } from '../../messages/message.ts'
import { ApiError } from '../../result/api-error.ts'
import { warning } from '../../result/problem.ts'
import type { ParamSpec } from '../param-spec.ts'
import type { ParamPlace } from '../param-types.ts'
import { parseRelativeTime } from './relative-time.ts'

/** What a time is that never comes, as MediaWiki's tables write it. */
export type InfinityWord = 'infinity'

const infinityWords = ['infinite', 'indefinite', 'infinity', 'never']

// The last second that JavaScript knows.
const endOfTime = 8.64e12

/** Reads when something ends: a time, how long until then, or never. */
export function readExpiry(text: string, place: ParamPlace, spec: ParamSpec): Date | InfinityWord {
  if (infinityWords.includes(text)) return 'infinity'

  const { module, name, reading } = place
  const params = [plaintext(name), plaintext(text)]
  const time = parseExpiry(text, reading.now)
  if (time === undefined) throw new ApiError(module, 'paramvalidator-badexpiry', { params })
  // MediaWiki compares times as texts, so that the year 10000 is past.
  if (isoText(time) < isoText(reading.now)) {
    throw new ApiError(module, 'paramvalidator-badexpiry-past', { params })
  }
  return notTooLong(time, text, place, spec)
}

function notTooLong(time: Date, text: string, place: ParamPlace, spec: ParamSpec): Date {
  const { module, name, reading } = place
  const { longest } = spec
  const last = longest === undefined ? undefined : parseExpiry(longest, reading.now)
  if (longest === undefined || last === undefined || time <= last) return time

  const params = [plaintext(name), plaintext(text), longest]
  if (spec.enforceRange) {
    throw new ApiError(module, 'paramvalidator-badexpiry-duration', { params })
  }
  // The one warning whose code is the key of its message.
  reading.warn(warning(module, message('paramvalidator-badexpiry-duration-max', ...params)))
  return last
}

function parseExpiry(text: string, now: Date): Date | undefined {
  const seconds = parseRelativeTime(text, now)
  if (seconds === undefined || Math.abs(seconds) > endOfTime) return undefined
  return new Date(seconds * 1000)
}

function isoText(time: Date): string {
  const date = time.toISOString().replace(/\.\d+Z$/, 'Z')
  return date.startsWith('+') ? date.slice(1).replace(/^0+/, '') : date
}
