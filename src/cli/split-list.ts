import { InvalidArgumentError } from 'commander'

/** Reads a list as people write it on a command line: `one,two`. */
export function splitList(given: string): readonly string[] {
  return given
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '')
}

/** Reads a list that has to hold something, as where an empty one would allow nothing. */
export function readNonEmptyList(given: string): readonly string[] {
  const items = splitList(given)
  if (items.length === 0) throw new InvalidArgumentError('It must not be empty.')
  return items
}
