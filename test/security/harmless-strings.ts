/** Texts without markup that bring a page into the states that hostile ones would bring it into. */
export const harmlessStrings: readonly string[] = [
  'x',
  '"\' &',
  '#',
  '[x]',
  'x:y',
  'x|y|z',
  'x\r\ny',
  '\u0000',
  'x'.repeat(300),
]
