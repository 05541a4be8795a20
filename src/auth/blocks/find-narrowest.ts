import type { Block } from './block-store.ts'

const ranks = { account: 1, address: 2, range: 2, auto: 4, system: 5, several: 5 } as const

/** The block whose target is the most particular: an account, an address, a small range, a large one. */
export function findNarrowest<Found extends Block>(blocks: readonly Found[]): Found | undefined {
  return [...blocks].sort((one, other) => breadthOf(one) - breadthOf(other))[0]
}

function breadthOf({ kind, target }: Block): number {
  const rank = ranks[kind]
  if (kind !== 'range') return rank

  const [address = '', bits] = target.split('/')
  const most = address.includes(':') ? 128 : 32
  return rank + (most - Number(bits)) / most
}
