/** Texts that bring a page into the states that a hostile text would, and contain no markup. */
export function harmlessStrings(hostile: string): readonly string[] {
  const replaceMarkup = (letter: string) => hostile.replaceAll(/[<>"'&`:]/g, letter)
  return ['x', '"\' &', replaceMarkup('x'), replaceMarkup('#')]
}
