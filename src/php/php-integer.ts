import type { PhpKey } from './php-serialize.ts'

const smallestInteger = -(2n ** 63n)
const largestInteger = 2n ** 63n - 1n
const wholeNumber = /^(?:0|-?[1-9]\d{0,18})$/
const digit9 = 0x39

/** Tells whether PHP has an integer of that value. */
export function isPhpInteger(value: bigint): boolean {
  return value >= smallestInteger && value <= largestInteger
}

/** The key under which PHP keeps what is given one. */
export function keyOf(given: PhpKey): PhpKey {
  if (typeof given === 'number') return given
  return typeof given === 'string' ? (findInteger(given) ?? given) : narrow(given)
}

/** Finds the integer that PHP spells like this, if it is one. */
export function findInteger(text: string): number | bigint | undefined {
  // Nearly all keys begin with a letter, which comes after the digits.
  if (text.charCodeAt(0) > digit9 || !wholeNumber.test(text)) return undefined

  const value = BigInt(text)
  return isPhpInteger(value) ? narrow(value) : undefined
}

/** A number where it is exact, so that one integer has one form. */
function narrow(value: bigint): number | bigint {
  const number = Number(value)
  return Number.isSafeInteger(number) ? number : value
}
