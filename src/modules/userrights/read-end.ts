import { endOfDatabaseTime } from '../../clock.ts'
import { parseRelativeTime } from '../../params/types/relative-time.ts'

const never = ['infinite', 'indefinite', 'infinity', 'never']

/** Reads when a membership is to end; `invalid` for what is no time, `past` for one that is over. */
export function readEnd(text: string, now: Date): Date | 'never' | 'invalid' | 'past' {
  if (never.includes(text)) return 'never'

  const seconds = parseRelativeTime(text, now)
  if (!seconds || seconds === -1 || seconds > endOfDatabaseTime) return 'invalid'
  return seconds < Math.floor(now.getTime() / 1000) ? 'past' : new Date(seconds * 1000)
}
