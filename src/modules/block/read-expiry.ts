import { parseRelativeTime } from '../../params/types/relative-time.ts'
import { ApiError } from '../../result/api-error.ts'

/** When a block ends; `undefined` for never. */
export interface Expiry {
  /** As it was given, which the log keeps. */
  readonly given: string
  readonly time: Date | undefined
}

const never = ['infinite', 'indefinite', 'infinity', 'never']
const longest = 50

/** Reads when a block is to end, as a time or how long until then. */
export function readExpiry(given: string, now: Date): Expiry {
  if (never.includes(given)) return { given: 'infinity', time: undefined }

  const isShort = Buffer.byteLength(given) <= longest
  const seconds = isShort ? parseRelativeTime(given, now) : undefined
  const time = seconds === undefined || seconds <= 0 ? undefined : new Date(seconds * 1000)
  // MediaWiki keeps times as fourteen digits: there is no year 10000.
  if (time === undefined || !(time.getUTCFullYear() <= 9999)) {
    throw new ApiError('block', 'ipb_expiry_invalid')
  }
  if (Math.floor(time.getTime() / 1000) < Math.floor(now.getTime() / 1000)) {
    throw new ApiError('block', 'ipb_expiry_old')
  }
  return { given, time }
}
