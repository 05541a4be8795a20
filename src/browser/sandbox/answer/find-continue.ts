import { partsOf } from '../../../client/parts-of.ts'
import type { Param } from '../request/read-query.ts'

/** What is to be sent besides to get the rest, if there is more. */
export function findContinue(answer: unknown): readonly Param[] {
  return Object.entries(partsOf(partsOf(answer)['continue'])).map(([name, value]) => [
    name,
    String(value),
  ])
}
