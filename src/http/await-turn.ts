import { setImmediate as nextTurn } from 'node:timers/promises'

/** For so many milliseconds of a turn of the event loop requests with a body are begun. */
const most = 2

/** When the first of this turn was. */
let begun: number | undefined

/**
 * Lets those who only ask something be answered in between when many send something at once: 200 people
 * who logged in in the same moment kept everybody else waiting for up to 50 ms. Those who wait are begun
 * in the order in which they came, and who comes when nobody else does waits for nothing.
 */
export async function awaitTurn(): Promise<void> {
  while (begun !== undefined && performance.now() - begun > most) await nextTurn()
  if (begun !== undefined) return

  begun = performance.now()
  setImmediate(endTurn)
}

function endTurn(): void {
  begun = undefined
}
