import { message, plaintext } from '../../messages/message.ts'
import { ApiError } from '../../result/api-error.ts'
import { warning } from '../../result/problem.ts'
import type { ParamPlace } from '../param-types.ts'
import { offsetOfZone } from './time-zone.ts'

/** Reads a time in any of the forms that MediaWiki reads. */
export function readTimestamp(text: string, { module, name, reading }: ParamPlace): Date {
  const params = [plaintext(name), plaintext(text)]
  if (text === '' || text === '0') {
    const why = message('paramvalidator-unclearnowtimestamp', ...params)
    reading.warn(warning(module, why, { code: 'unclearnowtimestamp' }))
  }
  const isNow = text === '' || text === '0' || text === 'now'
  const time = isNow ? reading.now : parseTimestamp(text, reading.now)
  if (time === undefined) throw new ApiError(module, 'paramvalidator-badtimestamp', { params })
  return wholeSeconds(time)
}

function wholeSeconds(time: Date): Date {
  return new Date(Math.floor(time.getTime() / 1000) * 1000)
}

const clockTime = String.raw`(?<H>\d\d):(?<i>\d\d):(?<s>\d\d)`
const offset = String.raw`(?<O>Z|[+-]\d\d(?::?\d\d)?)`
const blank = String.raw`[ \t\r\n]`

/** The forms, in the order in which they are tried; the names of the parts are those of PHP's dates. */
// biome-ignore format: a table
const forms: readonly RegExp[] = [
  /^(?<Y>\d{4})(?<m>\d\d)(?<d>\d\d)(?<H>\d\d)(?<i>\d\d)(?<s>\d\d)$/,
  new RegExp(String.raw`^(?<Y>\d{4})-(?<m>\d\d)-(?<d>\d\d)[T ]${clockTime}(?:[.,]\d{1,6})?${offset}?\n?$`),
  new RegExp(String.raw`^(?<Y>\d{4})(?<m>\d\d)(?<d>\d\d)T(?<H>\d\d)(?<i>\d\d)(?<s>\d\d)(?:[.,]\d{1,6})?${offset}?\n?$`),
  /^(?<U>-?\d{1,13})(?:\.(?<u>\d{1,6}))?$/,
  new RegExp(String.raw`^(?<d>\d\d)-(?<m>\d\d)-(?<Y>\d{4}) ${clockTime}\.\d{6}\n?$`),
  new RegExp(String.raw`^(?<Y>\d{4})-(?<m>\d\d)-(?<d>\d\d) ${clockTime}(?:\.\d{1,6})?(?<O>[+\- ]\d\d)\n?$`),
  new RegExp(String.raw`^(?<Y>\d{4})-(?<m>\d\d)-(?<d>\d\d) ${clockTime}(?:\.\d{1,6})? GMT\n?$`),
  new RegExp(String.raw`^(?<Y>\d{4}):(?<m>\d\d):(?<d>\d\d) ${clockTime}$`),
  new RegExp(
    String.raw`^${blank}*(?:(?<D>[A-Z][a-z]{2}),${blank}*)?(?<d>\d\d?)${blank}+(?<M>[A-Z][a-z]{2})${blank}+(?<mailYear>\d{2,})` +
    String.raw`${blank}+(?<H>\d\d)${blank}*:${blank}*(?<i>\d\d)${blank}*:${blank}*(?<s>\d\d)` +
    String.raw`(?:${blank}+(?<O>[+-]\d{4}|UT|GMT|[ECMP][SD]T|[A-IK-Za-ik-z]))?(?:${blank}*;|\n?$)`,
  ),
  new RegExp(String.raw`^(?<D>[A-Z][a-z]{5,8}), (?<d>\d\d)-(?<M>[A-Z][a-z]{2})-(?<y>\d\d) ${clockTime}(?: (?<O>[+-]\d\d(?::?\d\d)?|[A-Z]{1,5}))?\n?$`),
  new RegExp(String.raw`^(?<D>[A-Z][a-z]{2}) (?<M>[A-Z][a-z]{2}) +(?<d>\d{1,2}) ${clockTime} (?<Y>\d{4})\s*$`),
]

// Longer than any time; no form is given a chance to be slow.
const longest = 200

function parseTimestamp(text: string, now: Date): Date | undefined {
  if (text.length > longest) return undefined

  for (const form of forms) {
    const parts = form.exec(text)?.groups
    if (parts !== undefined) return makeTime(parts, now)
  }
  return undefined
}

/** The second in which a fraction lies; before 1970 that is the earlier one. */
function wholeSecond(seconds: number, fraction: number): number {
  return seconds < 0 && fraction > 0 ? seconds - 1 : seconds
}

type Parts = Readonly<Record<string, string | undefined>>

function makeTime(parts: Parts, now: Date): Date | undefined {
  const { U, u = '0' } = parts
  const seconds = U === undefined ? calendarTime(parts, now) : wholeSecond(Number(U), Number(u))
  const time = new Date((seconds ?? Number.NaN) * 1000)
  // MediaWiki keeps times as fourteen digits: there is no year 10000.
  const isKept = time.getUTCFullYear() >= 0 && time.getUTCFullYear() <= 9999
  return isKept ? time : undefined
}

/** The 40th of a month is a day of the next one, and a day of the week that does not fit is the next such day. */
function calendarTime(parts: Parts, now: Date): number | undefined {
  const year = yearOf(parts, now)
  const month = parts['M'] === undefined ? Number(parts['m']) : monthOf(parts['M'])
  const weekday = parts['D'] === undefined ? undefined : weekdayOf(parts['D'])
  const zone = zoneOf(parts)
  if (year === undefined || month === undefined || zone === undefined) return undefined
  if (parts['D'] !== undefined && weekday === undefined) return undefined

  const time = new Date(0)
  time.setUTCFullYear(year, month - 1, Number(parts['d']))
  // Before the weekday is looked for, a time of 25 hours is one of the next day.
  time.setUTCHours(Number(parts['H']), Number(parts['i']), Number(parts['s']))
  if (weekday !== undefined) {
    time.setUTCDate(time.getUTCDate() + ((weekday - time.getUTCDay() + 7) % 7))
  }
  return time.getTime() / 1000 - zone
}

function yearOf(parts: Parts, now: Date): number | undefined {
  const { Y, y, mailYear } = parts
  if (Y !== undefined) return Number(Y)
  if (mailYear !== undefined) {
    const year = Number(mailYear)
    if (year >= 1000) return year <= 9999 ? year : undefined
    return year + (year < 50 ? 2000 : 1900)
  }
  // Two digits mean the year that is less than fifty years ahead.
  const latest = now.getUTCFullYear() + 50
  const year = latest - (latest % 100) + Number(y)
  return year > latest ? year - 100 : year
}

function zoneOf({ O, mailYear }: Parts): number | undefined {
  if (O === undefined) return 0
  // In mail, a single letter cannot be relied on to say what it was meant to.
  if (mailYear !== undefined && (O.length === 1 || O === 'UT')) return 0
  return offsetOfZone(O.replace(' ', '+'))
}

// PHP reads Roman numbers, too; three letters are what fits into these forms.
const months = [
  ...['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'],
  ...['', '', 'iii', '', '', '', 'vii', '', '', '', '', 'xii'],
]

function monthOf(name: string): number | undefined {
  const index = months.indexOf(name.toLowerCase())
  return index === -1 ? undefined : (index % 12) + 1
}

const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']

function weekdayOf(name: string): number | undefined {
  const index = weekdays.findIndex((day) => [day, day.slice(0, 3)].includes(name.toLowerCase()))
  return index === -1 ? undefined : index
}
