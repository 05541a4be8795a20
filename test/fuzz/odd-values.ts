import type { ParamSpec } from '../../src/params/param-spec.ts'
import type { Dice } from './dice.ts'

/** An element and an attribute that no answer may have: whatever is typed is shown as it is. */
export const probe = `"'><jeton-probe jeton-probe="1" `

const odd = [
  ...['', '|', '||||', '\x1f', '\x1fa\x1fb', 'a|b|*', '*', '**', '\ufffe', '\0', '\ud800'],
  ...['e\u0301', '\u0301', '\r\nX: y', 'null', 'true', '[]', '{}', 'constructor', '__proto__'],
  ...[
    '../../etc/passwd',
    '-||',
    'http://a.example',
    '$1',
    '{{PLURAL:$1|a|b}}',
    '[[Alice]]',
    '&#60;',
  ],
  ...[
    '%00',
    '%',
    '<b>',
    ']]>',
    '-->',
    '*/',
    'content',
    'user',
    'qqx',
    'fr',
    'fr-ca',
    'de',
    'x-y-z',
  ],
  ...['plaintext', 'html', 'wikitext', 'raw', 'none', 'bc', 'query+tokens', 'query+*', 'query+**'],
  ...[
    '|continue',
    'Alice|',
    '||',
    'Alice|Bob',
    'wiki',
    'latest',
    'now',
    'infinity',
    'never',
    probe,
  ],
] as const

const numbers = [
  ...['0', '1', '-1', '+5', '00', '2', '10', '50', '51', '500', '501', '5000', 'max', 'min', '1.5'],
  ...['9223372036854775807', '9223372036854775808', '-9223372036854775809', '1e9', '1e999', 'NaN'],
  ...[
    '2147483648',
    '4294967296',
    '9007199254740993',
    '-0',
    ' 1',
    '1 ',
    '١',
    '0x10',
    '9'.repeat(400),
  ],
] as const

const times = [
  ...['now', '', '0', '1', '-1', '-62167219200', '-62167219201', '253402300799', '253402300800'],
  ...['20260230000000', '00000000000000', '99999999999999', '2026-02-30T25:61:61Z', '0000-00-00'],
  ...[
    '0001-01-01T00:00:00Z',
    '9999-12-31T23:59:59Z',
    '+275760-09-13T00:00:00Z',
    '2026-01-01T00:00:00+99',
  ],
  ...[
    '@9999999999999',
    '@-9999999999999',
    '9999999999999 years',
    '-1 month',
    'last day of february',
  ],
  ...[
    'next monday noon',
    'tomorrow tomorrow',
    '2 weeks ago',
    '1000000000000 weekdays',
    '31 feb',
    '24:60',
  ],
  ...[
    'infinite',
    'indefinite',
    'Thu, 01 Jan 1970 00:00:00 GMT',
    'Mon, 31 Feb 99999999999 00:00:00 GMT',
  ],
] as const

const users = [
  ...['Alice', 'alice_', 'User:Alice', 'Bob', 'Nobody', '#1', '#0', '#99999999999999999999', '#'],
  ...[
    '127.0.0.1',
    '127.0.0.1/16',
    '::1',
    '::/0',
    '1::2::3',
    '999.1.1.1',
    '1.2.3.4/33',
    '2001:db8::/129',
  ],
  ...[
    'wiki>Alice',
    '>',
    'Alice@sweeper',
    "O'Neil;",
    'ß',
    'ǆ',
    'ﬁ',
    'İ',
    'a'.repeat(255),
    'é'.repeat(128),
  ],
  ...[
    'User:',
    ':',
    '::',
    'Talk:Alice',
    'Alice/x',
    'Alice#x',
    '&amp;',
    '%41',
    '\u200eAlice',
    'A\u0323\u0301',
  ],
] as const

const titles = [
  ...['Main Page', 'main_page', ':Main Page', 'User talk:Alice', 'Special:Version', 'Media:x.png'],
  ...[
    '..',
    './a',
    'a/../b',
    '~~~~',
    'a\u0000b',
    'mw:API',
    'mw:',
    ' ',
    '_',
    'Talk:',
    'Talk:Talk:x',
    '#',
  ],
  ...[
    '-1',
    '-2',
    '0',
    '15',
    '2147483648',
    '99999999999999999999',
    'é'.repeat(200),
    'x'.repeat(256),
  ],
] as const

/** What stands for text of any kind, rightly or wrongly. */
const texts = [...odd, ...numbers, ...times, ...users, ...titles] as const

/** A value for a parameter: most times one that it can read. */
export function oddValue(dice: Dice, spec: ParamSpec, secrets: readonly string[]): string {
  const one = (): string => (dice.chance(70) ? aptValue(dice, spec, secrets) : anyText(dice))
  if (!dice.chance(spec.multi ? 50 : 5)) return one()
  const separator = dice.pick(['|', '|', '|', '\x1f'])
  const many = dice.list(dice.chance(4) ? 600 : 6, one).join(separator)
  return separator === '\x1f' && dice.chance(80) ? separator + many : many
}

function aptValue(dice: Dice, spec: ParamSpec, secrets: readonly string[]): string {
  const { type } = spec
  if (typeof type !== 'string') return dice.pick(type) ?? ''
  if (spec.sensitive) return dice.pick([...secrets, '+\\', 'x', ' \\']) ?? ''
  switch (type) {
    case 'integer':
    case 'limit':
      return dice.pick(numbers)
    case 'timestamp':
    case 'expiry':
      return dice.pick(times)
    case 'user':
      return dice.pick(users)
    case 'title':
    case 'namespace':
      return dice.pick(titles)
    default:
      return dice.pick(texts)
  }
}

/** Text that nobody would type. */
export function anyText(dice: Dice): string {
  const kind = dice.below(20)
  if (kind < 12) return dice.pick(texts)
  if (kind < 15) return probe
  if (kind < 19) return String.fromCodePoint(...dice.list(30, () => codePoint(dice)))
  return dice.pick(['x', '|', '\u0301', '%', 'é', '<', '&#', '!', '9']).repeat(dice.below(3000))
}

function codePoint(dice: Dice): number {
  return dice.below(dice.pick([0x80, 0x80, 0x300, 0x10000, 0x110000]))
}
