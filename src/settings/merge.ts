/**
 * Merges one JSON value into another: objects name by name, everything else replaces.
 * Lists merge by position, as PHP's arrays do, when `__merge` asks for an object over a list.
 */
export function mergeDeep(base: unknown, over: unknown): unknown {
  if (!isContainer(base) || !isContainer(over)) return over
  if (Array.isArray(over)) return over

  const merged = new Map(Object.entries(base))
  for (const [name, value] of Object.entries(over)) {
    merged.set(name, mergeDeep(merged.get(name), value))
  }
  return Array.isArray(base) ? [...merged.values()] : Object.fromEntries(merged)
}

/** Merges settings over others, as `mergeDeep` does. */
export function mergeSettings(
  base: Readonly<Record<string, unknown>>,
  over: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const merged = Object.entries(over).map(([name, value]) => [name, mergeDeep(base[name], value)])
  return { ...base, ...Object.fromEntries(merged) }
}

function isContainer(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
