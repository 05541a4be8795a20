/**
 * Letters that JavaScript capitalizes and MediaWiki 1.39 does not, first and last of each row: they came with Unicode 15 to 17,
 * and PHP 8.2, under which it runs, knows Unicode 14. All 55, found by asking it for each character.
 */
// biome-ignore format: a table
export const withoutCapital: readonly (readonly [number, number])[] = [
  [0x019b, 0x019b], [0x0264, 0x0264], [0x1c8a, 0x1c8a], [0xa7cd, 0xa7cd], [0xa7cf, 0xa7cf],
  [0xa7d3, 0xa7d3], [0xa7d5, 0xa7d5], [0xa7db, 0xa7db], [0x10d70, 0x10d85], [0x16ebb, 0x16ed3],
]
