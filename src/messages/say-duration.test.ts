import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { message } from './message.ts'
import { say } from './say.ts'

// biome-ignore format: a table
const rows: readonly (readonly [seconds: number, english: string, french: string])[] = [
  [0,      '0 seconds',          '0 seconde'],
  [1,      '1 second',           '1 seconde'],
  [60,     '1 minute',           '1 minute'],
  [300,    '5 minutes',          '5 minutes'],
  [86_400, '1 day',              '1 jour'],
  [90_061, '1 day, 1 hour, 1 minute, and 1 second', '1 jour, 1 heure, 1 minute et 1 seconde'],
  [172_800, '2 days',            '2 jours'],
]

describe('a duration', () => {
  for (const [seconds, english, french] of rows) {
    it(`of ${seconds} seconds is ${english}`, () => {
      const said = message('oathauth-throttled', { duration: seconds })
      const plain = (language: string) =>
        say(said, language, 'plaintext').replaceAll(/[\u00a0\u202f]/g, ' ')
      assert.match(plain('en'), new RegExp(` ${english} `))
      assert.match(plain('fr'), new RegExp(` ${french} `))
    })
  }
})
