import { availableParallelism } from 'node:os'
import { InvalidArgumentError } from 'commander'

/** More would wait for each other: one of them at a time writes into the database. */
const mostWorkers = 64

/** Reads how many processes are to serve. */
export function readWorkers(given: string): number {
  if (given === 'auto') return Math.min(availableParallelism(), mostWorkers)

  const workers = /^[1-9]\d?$/.test(given) ? Number(given) : Number.NaN
  if (!(workers <= mostWorkers)) {
    throw new InvalidArgumentError(
      `It must be a whole number from 1 to ${mostWorkers}, or auto for one per core.`,
    )
  }
  return workers
}
