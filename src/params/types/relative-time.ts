import { RelativeClock } from './relative-clock.ts'
import { offsetOfZone } from './time-zone.ts'

/**
 * Reads a time as people write it, as PHP's `strtotime` does: `2 weeks`, `next monday noon`, `2030-01-01`,
 * `tomorrow 14:00 UTC`. In seconds since 1970; `undefined` for what means nothing.
 */
export function parseRelativeTime(given: string, now: Date): number | undefined {
  const text = given.trim()
  if (text === '' || text.length > longest) return undefined

  const clock = new RelativeClock(now)
  let at = 0
  while (at < text.length && text[at] !== '\n') {
    const [found, rule] = longestMatch(text, at)
    if (found === undefined || rule?.read(found.groups ?? {}, clock) === false) return undefined
    at += found[0].length
  }
  return clock.time()
}

// Nobody needs so many words for a time.
const longest = 200

type Groups = Readonly<Record<string, string | undefined>>

interface Rule {
  readonly form: RegExp
  /** False for what looks like a time and is none. */
  readonly read: (groups: Groups, clock: RelativeClock) => boolean | undefined
}

/** Of several rules that fit, the one that takes most counts; of equals, the first. */
function longestMatch(text: string, at: number): readonly [RegExpExecArray?, Rule?] {
  let best: readonly [RegExpExecArray?, Rule?] = []
  for (const rule of rules) {
    rule.form.lastIndex = at
    const found = rule.form.exec(text)
    if (found !== null && found[0].length > (best[0]?.[0].length ?? 0)) best = [found, rule]
  }
  return best
}

const monthNames =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?'
const dayNames =
  'sun(?:day)?|mon(?:day)?|tue(?:sday)?|wed(?:nesday)?|thu(?:rsday)?|fri(?:day)?|sat(?:urday)?'
const units = `ms|msecs?|milliseconds?|µs|usecs?|microseconds?|sec(?:ond)?s?|min(?:ute)?s?|hours?|days?|fort?nights?|forthnights?|months?|years?|weeks?|weekdays?|${dayNames}`
const ordinals =
  'first|second|third|fourth|fifth|sixth|seventh|eighth?|ninth|tenth|eleventh|twelfth'
const directions = `${ordinals}|next|last|previous|this`
const suffix = '(?:st|nd|rd|th)'
/** What follows is not the rest of a time of the day. */
const noTime = String.raw`(?!\d|:|[ \t]*[ap]\.?m)`
const gap = String.raw`[ .\t-]*`

function form(source: string): RegExp {
  return new RegExp(source, 'iy')
}

// biome-ignore format: a table
const rules: readonly Rule[] = [
  { form: form('now'),                                          read: () => true },
  { form: form('today|midnight'),                               read: (_, clock) => clock.startDay() },
  { form: form('noon'),                                         read: (_, clock) => clock.startDay() && clock.setTime(12, 0, 0) },
  { form: form('tomorrow'),                                     read: (_, clock) => clock.startDay() && clock.goDays(1) },
  { form: form('yesterday'),                                    read: (_, clock) => clock.startDay() && clock.goDays(-1) },
  { form: form(String.raw`@(?<n>-?\d{1,13})(?:\.\d{0,6})?`),    read: ({ n }, clock) => clock.setUnix(Number(n)) },
  { form: form('(?<which>first|last) day of'),        read: ({ which }, clock) => clock.setEdge(lower(which) === 'first' ? 'first' : 'last') },
  { form: form('ago'),                                          read: (_, clock) => clock.turnBack() },
  { form: form(`(?<day>${dayNames})`),                          read: ({ day }, clock) => clock.startDay() && clock.setWeekday(weekdayOf(day)) },
  { form: form(String.raw`(?<signs>[+-]*)[ \t]*(?<n>\d{1,13})[ \t]*(?<unit>${units})(?![a-z])`), read: readAmount },
  { form: form(String.raw`(?<word>${directions})[ \t]+(?<unit>${units})(?![a-z])`),      read: readDirection },
  { form: form(String.raw`t?(?<h>2[0-4]|[01]?\d)[:.](?<i>[0-5]?\d)(?:[:.](?<s>60|[0-5]?\d)(?:[.,:]\d+)?)?`), read: readClock },
  { form: form(String.raw`(?<h>1[0-2]|0?\d)(?:[:.](?<i>[0-5]?\d))?(?:[:.](?<s>60|[0-5]?\d))?[ \t]*(?<half>[ap])(?:m|\.m\.?)(?=[\0\t ]|$)`), read: readClock },
  { form: form(String.raw`t(?<h>2[0-4]|[01]?\d)`),                                       read: readClock },
  { form: form(String.raw`t(?<h>[01]\d|2[0-4])(?<i>[0-5]\d)(?<s>[0-5]\d|60)?`),          read: readClock },
  { form: form(String.raw`(?<h>[01]\d|2[0-4])(?<i>[0-5]\d)`),                            read: readHourOrYear },
  { form: form(String.raw`(?<y>\d{4})`),                                                 read: ({ y }, clock) => clock.setYear(Number(y)) },
  { form: form(String.raw`(?<y>[+-]?\d{4})-(?<m>0\d|1[0-2])-(?<d>[0-2]\d|3[01])`),       read: readDate },
  { form: form(String.raw`(?<y>\d{4})-(?<m>1[0-2]|0?\d)-(?<d>3[01]|[0-2]?\d)`),          read: readDate },
  { form: form(String.raw`(?<y>\d{1,4})-(?<m>1[0-2]|0?\d)-(?<d>3[01]|[0-2]?\d)`),        read: readDate },
  { form: form(String.raw`(?<y>\d{4})-(?<m>1[0-2]|0?\d)`),                               read: readDate },
  { form: form(String.raw`(?<y>\d{4})/(?<m>1[0-2]|0?\d)/(?<d>3[01]|[0-2]?\d)/?`),        read: readDate },
  { form: form(String.raw`(?<m>1[0-2]|0?\d)/(?<d>3[01]|[0-2]?\d)(?:/(?<y>\d{1,4}))?`),   read: readDate },
  { form: form(String.raw`(?<d>3[01]|[0-2]?\d)[.\t-](?<m>1[0-2]|0?\d)[.-](?<y>\d{4})`),  read: readDate },
  { form: form(String.raw`(?<d>3[01]|[0-2]?\d)[.\t](?<m>1[0-2]|0?\d)\.(?<y>\d{2})`),     read: readDate },
  { form: form(String.raw`(?<y>\d{4})(?<m>0\d|1[0-2])(?<d>[0-2]\d|3[01])`),              read: readDate },
  { form: form(String.raw`(?<d>3[01]|[0-2]?\d)${suffix}?${gap}(?<m>${monthNames})${gap}(?<y>\d{1,4})`), read: readDate },
  { form: form(String.raw`(?<d>3[01]|[0-2]?\d)${suffix}?${gap}(?<m>${monthNames})`),     read: readDayOfMonth },
  { form: form(String.raw`(?<m>${monthNames})${gap}(?<d>3[01]|[0-2]?\d)(?-i:[,.stndrh\t ])+(?<y>\d{1,4})${noTime}`),   read: readDate },
  { form: form(String.raw`(?<m>${monthNames})${gap}(?<d>3[01]|[0-2]?\d)${noTime}(?-i:[,.stndrh\t ])*`), read: readDayOfMonth },
  { form: form(String.raw`(?<m>${monthNames})${gap}(?<y>\d{4})`),                        read: readDate },
  { form: form(String.raw`(?<y>\d{4})${gap}(?<m>${monthNames})`),                        read: readDate },
  { form: form(`(?<m>${monthNames})`),                                         read: ({ m }, clock) => clock.setDate(undefined, monthOf(m), undefined) },
  { form: form(String.raw`(?<y>\d{4})(?<m>0\d|1[0-2])(?<d>[0-2]\d|3[01])t?(?<h>[01]\d|2[0-4])(?<i>[0-5]\d)(?<s>[0-5]\d)`), read: readDateAndClock },
  { form: form(String.raw`\(?(?<zone>(?:gmt)?[+-]\d\d?(?::?\d\d)?|[a-z]{1,6}(?![a-z]))\)?`), read: readZone },
  { form: form(String.raw`[ .,\t]`),                                                     read: () => true },
]

const lower = (text = ''): string => text.toLowerCase()

function readAmount({ signs = '', n, unit }: Groups, clock: RelativeClock): boolean {
  const minuses = [...signs].filter((sign) => sign === '-').length
  const amount = minuses % 2 === 1 ? -Number(n) : Number(n)
  return move(lower(unit), amount, clock)
}

/** `next` is the first after this one; `last` the one before. */
function readDirection({ word, unit }: Groups, clock: RelativeClock): boolean {
  const amounts: Readonly<Record<string, number>> = { next: 1, last: -1, previous: -1, this: 0 }
  if (!Object.hasOwn(amounts, lower(word)) && lower(unit) === 'week') return false
  const ordinal = ordinals.replace('eighth?', 'eighth').split('|').indexOf(lower(word)) + 1
  const amount = amounts[lower(word)] ?? (ordinal === 0 ? 8 : ordinal)
  return move(lower(unit), amount, clock, { isWord: true, isThis: lower(word) === 'this' })
}

interface Wording {
  /** Said in a word, as in "next monday", which means the start of that day; a number keeps the time. */
  readonly isWord: boolean
  readonly isThis: boolean
}

function move(
  unit: string,
  amount: number,
  clock: RelativeClock,
  { isWord, isThis }: Wording = { isWord: false, isThis: false },
): boolean {
  if (/^(?:ms|msec|millisecond|µs|usec|microsecond)/.test(unit)) return true
  const isDayName = new RegExp(`^(?:${dayNames})$`).test(unit)
  if (isWord && (isDayName || unit.startsWith('weekday'))) clock.startDay()
  if (unit.startsWith('weekday')) return clock.moveWeekdays(amount)
  if (unit.startsWith('fort')) return clock.move('day', amount * 14)
  if (isWord && unit === 'week') return clock.moveWeeks(amount)
  if (unit.startsWith('week')) return clock.move('day', amount * 7)
  if (isDayName) return clock.moveToWeekday(weekdayOf(unit), amount, !isWord || isThis)
  for (const name of ['second', 'minute', 'hour', 'day', 'month', 'year'] as const) {
    if (unit.startsWith(name.slice(0, 3))) return clock.move(name, amount)
  }
  return false
}

function readClock({ h, i = '0', s = '0', half }: Groups, clock: RelativeClock): boolean {
  const hour = half === undefined ? Number(h) : (Number(h) % 12) + (lower(half) === 'p' ? 12 : 0)
  if (half !== undefined && Number(h) === 0) return false
  return clock.setTime(hour, Number(i), Number(s))
}

/** Four digits alone are a time of the day; after one, they are a year. */
function readHourOrYear({ h, i }: Groups, clock: RelativeClock): boolean {
  return clock.hasTime ? clock.setYear(Number(`${h}${i}`)) : clock.setTime(Number(h), Number(i), 0)
}

function readDate({ y, m, d = '1' }: Groups, clock: RelativeClock): boolean {
  return clock.setDate(y === undefined ? undefined : yearOf(y), monthOf(m), Number(d))
}

function readDayOfMonth({ m, d }: Groups, clock: RelativeClock): boolean {
  return clock.setDate(undefined, monthOf(m), Number(d))
}

function readDateAndClock(groups: Groups, clock: RelativeClock): boolean {
  return readDate(groups, clock) && readClock(groups, clock)
}

function readZone({ zone = '' }: Groups, clock: RelativeClock): boolean {
  const offset = offsetOfZone(zone.replace(/^gmt(?=[+-])/i, ''))
  return offset !== undefined && clock.setZone(offset)
}

/** Years of one or two digits lie between 1970 and 2069. */
function yearOf(digits: string): number {
  const year = Number(digits)
  if (digits.length >= 4 || year >= 100) return year
  return year + (year < 70 ? 2000 : 1900)
}

function monthOf(name = ''): number {
  if (/^\d+$/.test(name)) return Number(name)
  const starts = [
    'jan',
    'feb',
    'mar',
    'apr',
    'may',
    'jun',
    'jul',
    'aug',
    'sep',
    'oct',
    'nov',
    'dec',
  ]
  return starts.indexOf(lower(name).slice(0, 3)) + 1
}

function weekdayOf(name = ''): number {
  return ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'].indexOf(lower(name).slice(0, 3))
}
