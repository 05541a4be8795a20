import type { Settings } from './settings.ts'

/**
 * Makes a function that works out once what follows from settings: they never change, and nearly every
 * request wants to know it. Whoever asks shares the result, which therefore must not be changed either.
 */
export function oncePerSettings<Some extends Partial<Settings>, Value extends NonNullable<unknown>>(
  workOut: (settings: Some) => Value,
): (settings: Some) => Value {
  const known = new WeakMap<Some, Value>()
  return (settings) => {
    const found = known.get(settings)
    if (found !== undefined) return found

    const value = workOut(settings)
    known.set(settings, value)
    return value
  }
}
