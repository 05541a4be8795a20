/** Names that accounts can have, and that would like to be more than a name. */
export const oddNames: readonly string[] = [
  '" onmouseover="alert(1)',
  "' onmouseover='alert(1)",
  '" autofocus onfocus=alert(1) x="',
  '`onmouseover=alert(1)',
  // From right to left, and signs that turn what follows
  'مدير',
  'Ali\u2066ce',
  'Ali\u2067ce',
  'X\u2067\u2067\u2067ce',
  'Y\u2068\u2067\u2068',
  'Z\u2069\u2069ce',
  // Nothing to be seen, or alike
  'A\u00adlice',
  'A\ufe0flice',
  'A\u034flice',
  'A\ufefflice',
  'A\u3164lice',
  '\u0410lice',
  '\u{e0041}lice',
  // As long as it gets
  'W'.repeat(235),
  'é'.repeat(117),
]
