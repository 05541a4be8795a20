import { spokenLanguage } from './languages.ts'

/** A period in the words that `strtotime` and people both read. */
export type Period = `${number} ${'hour' | 'day' | 'week' | 'month' | 'year'}${'s' | ''}`

/** Says a period in a language that has texts: `3 months`, `3 mois`. */
export function sayPeriod(period: Period, language: string): string {
  const [count, units = ''] = period.split(' ')
  const unit = units.replace(/s$/, '')
  const options = { style: 'unit', unit, unitDisplay: 'long' } as const
  return new Intl.NumberFormat(spokenLanguage(language), options).format(Number(count))
}
