import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { describe, it } from 'node:test'
import { ucFirst } from './uc-first.ts'

const version = spawnSync('php', ['-r', 'echo PHP_VERSION;']).stdout?.toString() ?? ''
// The letters that have capitals come with PHP: the reference runs on this one.
const skip = version.startsWith('8.2.') ? false : 'php 8.2 is not installed'

// biome-ignore format: a table
const capitals = [
  ['', ''],       ['a', 'A'],         ['A', 'A'],         ['aBC', 'ABC'],     ['éa', 'Éa'],
  ['ßa', 'SSa'],  ['ǆa', 'Ǆa'],       ['ŉa', 'ʼNa'],      ['ﬁa', 'FIa'],      ['აბ', 'Აბ'],
  ['ıa', 'Ia'],   ['iı', 'Iı'],       ['ƛa', 'ƛa'],       ['ɤa', 'ɤa'],       ['😀a', '😀a'],
  ['1a', '1a'],   ['\u{10d70}a', '\u{10d70}a'],           ['\u{1e922}a', '\u{1e900}a'],
] as const

describe('ucFirst', () => {
  for (const [given, expected] of capitals) {
    it(`makes ${expected} of ${given}`, () => {
      assert.equal(ucFirst(given), expected)
    })
  }

  it('agrees with PHP about every character', { skip }, () => {
    const program = `
      $made = [];
      for ($code = 0; $code < 0x110000; $code++) {
        $letter = mb_chr($code);
        if ($letter !== false && mb_strtoupper($letter) !== $letter) $made[$letter] = mb_strtoupper($letter);
      }
      echo json_encode($made);`
    const run = spawnSync('php', ['-r', program], { maxBuffer: 2 ** 24 })
    const made: Readonly<Record<string, string>> = JSON.parse(run.stdout.toString())
    for (let code = 0; code < 0x110000; code++) {
      const letter = String.fromCodePoint(code)
      if (ucFirst(letter) !== (made[letter] ?? letter)) assert.equal(ucFirst(letter), made[letter])
    }
  })
})
