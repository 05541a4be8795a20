/** The first signal lets requests under way finish; the second ends everything. */
export function stopOnSignals(stop: () => Promise<void>): void {
  const begin = async (): Promise<void> => {
    for (const signal of signals) process.on(signal, () => process.exit(1))
    await stop()
    process.exit()
  }
  for (const signal of signals) process.once(signal, begin)
}

/** By which a system and a person end a program. */
export const signals = ['SIGTERM', 'SIGINT'] as const
