/** A float of PHP, which stays one even where its value is whole: `d:1;` is not `i:1;`. */
export class PhpFloat {
  readonly value: number

  constructor(value: number) {
    this.value = value
  }
}

/** A decimal number as PHP may have written it: with `serialize_precision` -1 or 17, small or large. */
const decimal = /^-?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?$/

/** Finds the float that PHP wrote as this, if it is one. */
export function findPhpFloat(text: string): PhpFloat | undefined {
  if (text === 'NAN') return new PhpFloat(Number.NaN)
  if (text === 'INF') return new PhpFloat(Number.POSITIVE_INFINITY)
  if (text === '-INF') return new PhpFloat(Number.NEGATIVE_INFINITY)
  return decimal.test(text) ? new PhpFloat(Number(text)) : undefined
}

/** Spells a float as PHP does: the fewest digits that say it, `1.0E+17` from 18 digits and `1.0E-5` from five places on. */
export function spellPhpFloat(float: PhpFloat): string {
  const { value } = float
  if (Number.isNaN(value)) return 'NAN'
  if (!Number.isFinite(value)) return value > 0 ? 'INF' : '-INF'

  const sign = value < 0 || Object.is(value, -0) ? '-' : ''
  return sign + spellPositive(Math.abs(value))
}

function spellPositive(value: number): string {
  if (value === 0) return '0'

  const [mantissa = '', power = ''] = value.toExponential().split('e')
  const digits = mantissa.replace('.', '')
  const exponent = Number(power)
  if (exponent > 16 || exponent < -4) return `${digits[0]}.${digits.slice(1) || '0'}E${power}`
  if (exponent < 0) return `0.${'0'.repeat(-exponent - 1)}${digits}`

  const whole = digits.slice(0, exponent + 1).padEnd(exponent + 1, '0')
  const fraction = digits.slice(exponent + 1)
  return fraction === '' ? whole : `${whole}.${fraction}`
}
