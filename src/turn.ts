let turn = 0
let isCounting = false

/**
 * The number of this turn of the event loop, which ends once everything has been dealt with of which the
 * system said, in one answer, that it is there.
 */
export function loopTurn(): number {
  if (!isCounting) {
    isCounting = true
    setImmediate(endTurn)
  }
  return turn
}

function endTurn(): void {
  isCounting = false
  turn += 1
}
