/** A request that was not answered as it should be. */
export interface Failure {
  readonly index: number
  readonly fault: string
  readonly curl: string
}

/** How long an answer took. */
export interface Timed {
  readonly index: number
  readonly milliseconds: number
  readonly curl: string
}

/** What became of some requests. */
export interface Tally {
  readonly count: number
  /** How many answers had a status, and a code of an error. */
  readonly statuses: ReadonlyMap<number, number>
  readonly codes: ReadonlyMap<string, number>
  readonly slowest: readonly Timed[]
  readonly failures: readonly Failure[]
}

export const emptyTally: Tally = {
  count: 0,
  statuses: new Map(),
  codes: new Map(),
  slowest: [],
  failures: [],
}

export function addTallies(one: Tally, other: Tally): Tally {
  return {
    count: one.count + other.count,
    statuses: sum(one.statuses, other.statuses),
    codes: sum(one.codes, other.codes),
    slowest: theSlowest([...one.slowest, ...other.slowest]),
    failures: [...one.failures, ...other.failures],
  }
}

export function theSlowest(timed: readonly Timed[]): readonly Timed[] {
  return timed.toSorted((one, other) => other.milliseconds - one.milliseconds).slice(0, 5)
}

function sum<Key>(one: ReadonlyMap<Key, number>, other: ReadonlyMap<Key, number>) {
  const all = new Map(one)
  for (const [key, count] of other) all.set(key, (all.get(key) ?? 0) + count)
  return all
}
