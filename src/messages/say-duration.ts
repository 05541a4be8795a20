const units = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
] as const

/** Puts a number of seconds into words: `5 minutes`, `1 day and 12 hours`. */
export function sayDuration(seconds: number, language: string): string {
  let left = seconds
  const words: string[] = []
  for (const [unit, length] of units) {
    const count = Math.floor(left / length)
    left -= count * length
    if (count > 0) words.push(countOf(count, unit, language))
  }
  if (words.length === 0) return countOf(0, 'second', language)
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(words)
}

function countOf(count: number, unit: string, language: string): string {
  const format = new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' })
  return format.format(count)
}
