/** Keeps of a plain value its keys and types, and of a list each kind of entry once. */
export function shape(value: unknown): unknown {
  if (Array.isArray(value)) {
    const kinds = new Map(value.map((entry) => [JSON.stringify(shape(entry)), shape(entry)]))
    return [...kinds.values()]
  }
  if (value === null) return 'null'
  if (typeof value !== 'object') return typeof value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shape(inner)]))
}
