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

function localeOf(language: string): string {
  // British English puts the day first, as MediaWiki does.
  return /^fr\b/.test(language) ? 'fr' : 'en-GB'
}
