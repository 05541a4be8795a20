import type { Wiki } from '../wiki.ts'

const digitsOfId = 24

/** So many at a time: each takes 0.03 µs instead of 0.18. */
const idsAtOnce = 128

/** Digits that ids are made of, as far as they are not taken. */
interface Supply {
  readonly digits: string
  taken: number
}

/** Makes the number of a request, by which is found what was logged of it: random, so that no two are alike. */
export function makeRequestId({ random }: Wiki): string {
  let supply = supplies.get(random)
  if (supply === undefined || supply.taken === supply.digits.length) {
    supply = { digits: random((digitsOfId / 2) * idsAtOnce).toString('hex'), taken: 0 }
    supplies.set(random, supply)
  }
  const id = supply.digits.slice(supply.taken, supply.taken + digitsOfId)
  supply.taken += digitsOfId
  return id
}

const supplies = new WeakMap<Wiki['random'], Supply>()
