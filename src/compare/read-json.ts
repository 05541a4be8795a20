/** Reads JSON that somebody else wrote; nothing if it is none. */
export function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // Whether a text is JSON can only be found out by reading it.
    return undefined
  }
}
