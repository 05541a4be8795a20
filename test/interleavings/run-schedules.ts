import type { Stores } from '../../src/wiki.ts'
import { runSchedule } from './run-schedule.ts'
import { makeWorld } from './world.ts'

/** The first schedule in which something happened that must not. */
export interface Breach {
  readonly seed: number
  readonly breaches: readonly string[]
  /** What happened, step by step. */
  readonly steps: readonly string[]
}

/** Runs one schedule after the other, from a seed on, until one shows a breach. */
export async function runSchedules(
  { seed, count }: { readonly seed: number; readonly count: number },
  spoil?: (stores: Stores) => Stores,
): Promise<Breach | undefined> {
  await using world = await makeWorld(spoil)
  for (let next = seed; next < seed + count; next++) {
    const breaches = await runSchedule(world, next)
    if (breaches.length === 0) continue

    const steps: string[] = []
    await runSchedule(world, next, (step) => void steps.push(step))
    return { seed: next, breaches, steps }
  }
  return undefined
}
