/** The values of a parameter as MediaWiki lists them: by name, what should not be used last. */
export function sortedValues(
  values: readonly string[],
  deprecated: readonly string[] = [],
  internal: readonly string[] = [],
): readonly string[] {
  const rank = (value: string): number =>
    (deprecated.includes(value) ? 1 : 0) + (internal.includes(value) ? 2 : 0)
  return [...values].sort((a, b) => rank(a) - rank(b) || compareNaturally(a, b))
}

/** By their characters, and numbers by their size: `0.9` before `0.10`. */
function compareNaturally(a: string, b: string): number {
  const [left, right] = [parts(a), parts(b)]
  for (const [index, part] of left.entries()) {
    const other = right[index]
    if (other === undefined) return 1
    if (part === other) continue
    const areNumbers = /^\d/.test(part) && /^\d/.test(other)
    if (areNumbers && Number(part) !== Number(other)) return Number(part) - Number(other)
    return part < other ? -1 : 1
  }
  return left.length - right.length
}

function parts(value: string): readonly string[] {
  return value.match(/\d+|\D/g) ?? []
}
