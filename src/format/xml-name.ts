const letters =
  'A-Za-z\\xc0-\\xd6\\xd8-\\xf6\\xf8-\\u02ff\\u0370-\\u037d\\u037f-\\u1fff\\u200c-\\u200d' +
  '\\u2070-\\u218f\\u2c00-\\u2fef\\u3001-\\ud7ff\\uf900-\\ufdcf\\ufdf0-\\ufffd\\u{10000}-\\u{effff}'
const others = '_\\-.0-9\\xb7\\u0300-\\u036f\\u203f-\\u2040'
const name = new RegExp(`^[${letters}][${letters}${others}]*$`, 'u')
const noNamePart = new RegExp(`[^${letters}${others}]`, 'gu')

/**
 * The name that XML gives to a key: the key itself where that can be one. Any other begins with `_`,
 * and what no name can hold is its code point between dots, so that two keys never have one name.
 */
export function xmlName(key: string): string {
  if (key === '') return '_'
  // This name would change what all other names mean.
  if (name.test(key) && key !== 'xmlns') return key

  const escaped = key
    .replaceAll('.', '.2E.')
    .replace(noNamePart, (sign) => `.${sign.codePointAt(0)?.toString(16).toUpperCase()}.`)
  return `_${escaped}`
}
