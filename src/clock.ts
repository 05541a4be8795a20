/** Tells the time; another one can be given to a wiki, so that a test can stop it. */
export interface Clock {
  now(): Date
}

/** The machine's own time. */
export const systemClock: Clock = { now: () => new Date() }

/** A time as MediaWiki counts it inside tokens, sessions and cookies: whole seconds since 1970. */
export function unixSeconds(clock: Clock): number {
  return secondsOf(clock.now())
}

/** A time counted like that. */
export function secondsOf(time: Date): number {
  return Math.floor(time.getTime() / 1000)
}

/** A time as the API spells it: ISO 8601 in UTC, to the second. */
export function isoTime(time: Date): string {
  if (!hasFourDigitYear(time)) return `${time.toISOString().slice(0, 19)}Z`

  const date = `${time.getUTCFullYear()}-${pairs[time.getUTCMonth() + 1]}-${pairs[time.getUTCDate()]}`
  return `${date}T${pairs[time.getUTCHours()]}:${pairs[time.getUTCMinutes()]}:${pairs[time.getUTCSeconds()]}Z`
}

/** A time as MediaWiki's tables keep it: fourteen digits in UTC. */
export function databaseTime(time: Date): string {
  const second = secondsOf(time)
  if (second !== lastSpelled.second) lastSpelled = { second, digits: spellDigits(time) }
  return lastSpelled.digits
}

// Requests of one second ask for the same again and again.
let lastSpelled = { second: Number.NaN, digits: '' }

function spellDigits(time: Date): string {
  if (!hasFourDigitYear(time)) return time.toISOString().slice(0, 19).replace(/\D/g, '')

  const date = `${time.getUTCFullYear()}${pairs[time.getUTCMonth() + 1]}${pairs[time.getUTCDate()]}`
  return `${date}${pairs[time.getUTCHours()]}${pairs[time.getUTCMinutes()]}${pairs[time.getUTCSeconds()]}`
}

// Times are spelled from their parts: that takes 0.1 µs, `toISOString` and what it would need 0.5.
const pairs = Array.from({ length: 60 }, (_, number) => String(number).padStart(2, '0'))

function hasFourDigitYear(time: Date): boolean {
  const year = time.getUTCFullYear()
  return year >= 1000 && year <= 9999
}

/** The last second that fourteen digits can say, since 1970. */
export const endOfDatabaseTime = Date.UTC(9999, 11, 31, 23, 59, 59) / 1000

/** Reads the fourteen digits of MediaWiki's tables. */
export function readDatabaseTime(digits: string): Date | undefined {
  const [, ...parts] = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(digits) ?? []
  const [year, month, day, hour, minute, second] = parts.map(Number)
  if (year === undefined || month === undefined) return undefined

  return new Date(Date.UTC(year, month - 1, day, hour, minute, second))
}
