/** Says a time to a person, in UTC: `12:34, 22 November 2026`, or `22 novembre 2026 à 12:34`. */
export function sayTime(time: Date, language: string): string {
  const { day, hour, inFrench } = formatsOf(language)
  return inFrench
    ? `${day.format(time)} à ${hour.format(time)}`
    : `${hour.format(time)}, ${day.format(time)}`
}

interface TimeFormats {
  readonly inFrench: boolean
  readonly day: Intl.DateTimeFormat
  readonly hour: Intl.DateTimeFormat
}

/** To make them takes longer than to show a whole page. */
const made = new Map<string, TimeFormats>()

function formatsOf(language: string): TimeFormats {
  // British English puts the day first, as MediaWiki does.
  const inFrench = /^fr\b/.test(language)
  const locale = inFrench ? 'fr' : 'en-GB'
  const known = made.get(locale)
  if (known !== undefined) return known

  const options = { timeZone: 'UTC' } as const
  const formats = {
    inFrench,
    day: new Intl.DateTimeFormat(locale, { ...options, dateStyle: 'long' }),
    hour: new Intl.DateTimeFormat(locale, {
      ...options,
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    }),
  }
  made.set(locale, formats)
  return formats
}
