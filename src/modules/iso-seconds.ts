import { isoTime } from '../clock.ts'

const secondsPerDay = 86_400n

/**
 * Spells seconds since 1970 in ISO 8601, for as long as 63 bits can count: a token may claim any
 * time, and JavaScript's dates end in the year 275760.
 */
export function isoSeconds(seconds: bigint): string {
  // As nearly all are: bigints take their time.
  if (seconds < endOfFourDigits) return isoTime(new Date(Number(seconds) * 1000))

  const time = new Date(Number(seconds % secondsPerDay) * 1000).toISOString().slice(11, 19)
  return `${isoDay(seconds / secondsPerDay)}T${time}Z`
}

/** The first second of the year 10000. */
const endOfFourDigits = 253_402_300_800n

const daysPerEra = 146_097n

/** The calendar repeats itself every 400 years: the day of this era, in the year of its own. */
function isoDay(days: bigint): string {
  const era = days / daysPerEra
  const inEra = new Date(Number(days % daysPerEra) * 86_400_000)
  const year = BigInt(inEra.getUTCFullYear()) + era * 400n
  return `${year}${inEra.toISOString().slice(4, 10)}`
}
