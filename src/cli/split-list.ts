/** Reads a list as people write it on a command line: `one,two`. */
export function splitList(given: string): readonly string[] {
  return given
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '')
}
