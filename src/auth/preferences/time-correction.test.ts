import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { spellTimeCorrection } from './time-correction.ts'

const winter = new Date('2026-01-15T12:00:00Z')
const summer = new Date('2026-07-15T12:00:00Z')

// biome-ignore format: a table
const rows: readonly (readonly [stored: string, now: Date, told: string])[] = [
  ['ZoneInfo|60|Europe/Paris',        winter, 'ZoneInfo|60|Europe/Paris'],
  ['ZoneInfo|60|Europe/Paris',        summer, 'ZoneInfo|120|Europe/Paris'],
  ['ZoneInfo|0|America/St_Johns',     winter, 'ZoneInfo|-210|America/St_Johns'],
  ['ZoneInfo|0|UTC',                  winter, 'ZoneInfo|0|UTC'],
  ['ZoneInfo|90|Nowhere',             winter, 'Offset|90'],
  ['ZoneInfo|90|',                    winter, 'Offset|90'],
  ['Offset|-99999999999999999999999', winter, 'Offset|-9223372036854775808'],
  ['Offset|12 o’clock',               winter, 'Offset|12'],
  ['System|120',                      winter, 'System|0'],
  ['05:30',                           winter, 'Offset|330'],
  ['-05:30',                          winter, 'Offset|-330'],
  ['99:00',                           winter, 'Offset|840'],
  ['-99:00',                          winter, 'Offset|-720'],
  ['9',                               winter, 'Offset|540'],
  ['-9',                              winter, 'System|0'],
  ['nonsense',                        winter, 'System|0'],
]

describe('spellTimeCorrection', () => {
  for (const [stored, now, told] of rows) {
    it(`tells ${stored} as ${told} in ${now === winter ? 'winter' : 'summer'}`, () => {
      assert.equal(spellTimeCorrection(stored, now), told)
    })
  }
})
