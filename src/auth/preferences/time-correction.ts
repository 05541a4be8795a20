/**
 * The preference `timecorrection` as programs are told it: what was stored may be older than the last
 * change to summer time, in the form of a text field (`05:30`), or nonsense.
 */
export function spellTimeCorrection(stored: string, now: Date): string {
  const [kind = '', second = '', ...rest] = stored.split('|')
  switch (kind) {
    case 'ZoneInfo': {
      const zone = rest.join('|')
      const minutes = minutesAhead(zone, now)
      return minutes === undefined ? `Offset|${readWhole(second)}` : `ZoneInfo|${minutes}|${zone}`
    }
    case 'Offset':
      return `Offset|${readWhole(second)}`
    case 'System':
      return serverTime
    default:
      return spellTyped(stored)
  }
}

// The server's time is Greenwich's.
const serverTime = 'System|0'
const [westernmost, easternmost] = [-12 * 60, 14 * 60]

/** Hours, or hours and minutes, as somebody typed them. */
function spellTyped(typed: string): string {
  const colon = typed.indexOf(':')
  if (colon === -1 && !/^[0-9]+$/.test(typed)) return serverTime

  const hours = Number(readWhole(colon === -1 ? typed : typed.slice(0, colon)))
  const minutes = colon === -1 ? 0 : Number(readWhole(typed.slice(colon + 1)))
  const distance = Math.abs(hours) * 60 + minutes
  const offset = hours < 0 ? -distance : distance
  return `Offset|${Math.max(westernmost, Math.min(easternmost, offset)) || 0}`
}

const greatest = 2n ** 63n - 1n

/** The whole number that a text begins with, as PHP reads it. */
function readWhole(text: string): bigint {
  const [found = '0'] = /^[+-]?\d{1,20}/.exec(text.trimStart()) ?? []
  const number = BigInt(found.replace('+', ''))
  return number > greatest ? greatest : number < -greatest ? -greatest - 1n : number
}

/** How many minutes a time zone, such as `Europe/Paris`, is ahead of Greenwich now. */
function minutesAhead(timeZone: string, now: Date): number | undefined {
  const parts = zoneParts(timeZone, now)
  if (parts === undefined) return undefined

  const offset = parts.find(({ type }) => type === 'timeZoneName')?.value ?? ''
  const [, sign = '+', hours = '0', minutes = '0'] = /([+-])(\d+):(\d+)/.exec(offset) ?? []
  return Number(`${sign}1`) * (Number(hours) * 60 + Number(minutes)) || 0
}

function zoneParts(timeZone: string, now: Date): Intl.DateTimeFormatPart[] | undefined {
  try {
    const format = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' })
    return format.formatToParts(now)
  } catch {
    // There is no other way to ask whether there is such a zone.
    return undefined
  }
}
