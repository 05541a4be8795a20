import { spellTimeCorrection } from '../../auth/preferences/time-correction.ts'
import type { PageCall } from '../page.ts'
import type { Choice } from './choices.ts'

const serverTime = 'System|0'
const other = 'other'

/** The time zones to choose from, in the form that MediaWiki keeps: the server's, whole hours, the one that is chosen, and what is typed. */
export function timeZoneChoices(chosen: string, { text }: PageCall): readonly Choice[] {
  const hours = Array.from({ length: 27 }, (_, at) => at - 12)
  const choices: readonly Choice[] = [
    [serverTime, text('timezoneuseserverdefault')],
    ...hours.map((hour): Choice => [`Offset|${hour * 60}`, spellOffset(hour)]),
    [other, text('timezoneuseoffset')],
  ]
  const isThere = choices.some(([value]) => value === chosen)
  return isThere ? choices : [[chosen, nameOf(chosen)], ...choices]
}

/** Reads what was chosen or typed: a zone of the world, or hours and minutes. */
export function readTimeZone({ params, sources }: PageCall): string | undefined {
  const sent = params.peekText('wptimecorrection')
  if (sent !== other) return sent

  const typed = (params.peekText('wptimecorrection-other') ?? '').trim().replace(/^\+/, '')
  const zone = spellTimeCorrection(`ZoneInfo|0|${typed}`, sources.now)
  return zone.startsWith('ZoneInfo|') ? zone : spellTimeCorrection(typed, sources.now)
}

function spellOffset(hour: number): string {
  const sign = hour < 0 ? '−' : '+'
  return hour === 0 ? 'UTC' : `UTC${sign}${String(Math.abs(hour)).padStart(2, '0')}:00`
}

/** `ZoneInfo|60|Europe/Paris` is called by its zone. */
function nameOf(value: string): string {
  return value.split('|').slice(2).join('|') || value
}
