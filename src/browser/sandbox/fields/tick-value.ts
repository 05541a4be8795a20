/** A box that is ticked, or not any more. */
export interface Tick {
  readonly value: string
  readonly isTicked: boolean
  /** What is sent for all values, if anything is. */
  readonly all: string | undefined
}

/** The values that are sent once a box is ticked: all of them, or some. */
export function tickValue(
  sent: readonly string[],
  { value, isTicked, all }: Tick,
): readonly string[] {
  if (!isTicked) return sent.filter((other) => other !== value)
  // The wiki takes it for all only where it stands alone.
  return value === all ? [value] : [...sent.filter((other) => other !== all), value]
}
