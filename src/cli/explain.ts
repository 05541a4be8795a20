/** Ends a command with one sentence for the person who gave it. */
export class CommandError extends Error {
  override readonly name = 'CommandError'
}

const expected = new Set([
  'CannotCompare',
  'CannotCreate',
  'CannotOpenDatabase',
  'CommandError',
  'SettingsError',
  'StoreUnavailable',
])

/** Says why a command failed: one sentence where it was to be expected, everything where it is a bug of ours. */
export function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error)

  return expected.has(error.name) ? error.message : (error.stack ?? error.message)
}
