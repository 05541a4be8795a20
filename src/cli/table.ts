/** Spells rows as a table for people: a column for each key. */
export function printTable(rows: readonly Readonly<Record<string, unknown>>[]): string {
  const [first] = rows
  if (first === undefined) return 'None.'

  const columns = Object.keys(first)
  const cells = [columns, ...rows.map((row) => columns.map((column) => spell(row[column])))]
  const widths = columns.map((_, at) => Math.max(...cells.map((row) => row[at]?.length ?? 0)))
  return cells
    .map((row) =>
      row
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

function spell(value: unknown): string {
  if (value === null) return '-'
  const text = Array.isArray(value) ? value.join(', ') || '-' : String(value)
  // What a browser says of itself could tell the terminal what to do.
  return text.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '\ufffd')
}
