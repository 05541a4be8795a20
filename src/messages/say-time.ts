/** Says a time to a person, in UTC: `12:34, 22 November 2026`. */
export function sayTime(time: Date, language: string): string {
  const locale = localeOf(language)
  const options = { timeZone: 'UTC' } as const
  const day = new Intl.DateTimeFormat(locale, { ...options, dateStyle: 'long' }).format(time)
  const hour = new Intl.DateTimeFormat(locale, {
    ...options,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  return `${hour.format(time)}, ${day}`
}

const units = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
] as const

/** Says how far one time lies from another: `in 5 hours`. */
export function sayDuration(from: Date, to: Date, language: string): string {
  const seconds = Math.round((to.getTime() - from.getTime()) / 1000)
  const [unit, length] = units.find(([, size]) => Math.abs(seconds) >= size) ?? ['second', 1]
  const words = new Intl.RelativeTimeFormat(localeOf(language), { numeric: 'always' })
  return words.format(Math.trunc(seconds / length), unit)
}

function localeOf(language: string): string {
  // British English puts the day first, as MediaWiki does.
  return /^fr\b/.test(language) ? 'fr' : 'en-GB'
}
