import type { Dice } from './dice.ts'

const bytes = [
  '%',
  '&',
  '=',
  '[',
  ']',
  '+',
  ';',
  '--XX',
  '\r\n',
  '%00',
  '%1F',
  '%ED%A0%80',
] as const

/** Spoils a few bytes of text that has one character for each. */
export function spoil(dice: Dice, text: string): string {
  let spoiled = text
  for (let changes = dice.below(4); changes > 0; changes--) {
    const at = dice.below(spoiled.length + 1)
    const put = dice.chance(50) ? dice.pick(bytes) : String.fromCharCode(dice.below(256))
    spoiled = spoiled.slice(0, at) + put + spoiled.slice(at + dice.below(4))
  }
  return spoiled
}
