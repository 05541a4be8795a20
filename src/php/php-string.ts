/*
 * A PHP string is bytes; ours are text. Bytes that are not UTF-8 become lone surrogates U+DC80 to U+DCFF, one each,
 * and come back as the same bytes (Python's `surrogateescape`, PEP 383): so a string we do not understand
 * can still be compared, be a key, and be written back untouched.
 */
import { Buffer, isUtf8 } from 'node:buffer'

/** Either one character of well-formed UTF-8, captured, or one byte that is part of none. */
const characterOrByte =
  /([\xc2-\xdf][\x80-\xbf]|\xe0[\xa0-\xbf][\x80-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]{2}|\xed[\x80-\x9f][\x80-\xbf]|\xf0[\x90-\xbf][\x80-\xbf]{2}|[\xf1-\xf3][\x80-\xbf]{3}|\xf4[\x80-\x8f][\x80-\xbf]{2})|[\x80-\xff]/g

/** Either one escaped byte, captured, or one character outside ASCII. */
const escapedOrCharacter = /([\udc80-\udcff])|[\u0080-\u{10ffff}]/gu

/** The text of a PHP string, in which bytes that are not UTF-8 stand as lone surrogates; given with one character a byte. */
export function readPhpString(binary: string): string {
  if (!/[\x80-\xff]/.test(binary)) return binary

  const bytes = Buffer.from(binary, 'latin1')
  if (isUtf8(bytes)) return bytes.toString('utf8')

  return binary.replace(characterOrByte, (matched: string, character: string | undefined) =>
    character === undefined
      ? String.fromCharCode(0xdc00 + matched.charCodeAt(0))
      : Buffer.from(character, 'latin1').toString('utf8'),
  )
}

/** The bytes of a PHP string: UTF-8, and for escaped bytes those bytes; other lone surrogates become U+FFFD. */
export function phpStringBytes(text: string): Buffer {
  if (text.isWellFormed()) return Buffer.from(text, 'utf8')

  const binary = text.replace(escapedOrCharacter, (matched: string, escaped: string | undefined) =>
    escaped === undefined
      ? Buffer.from(matched, 'utf8').toString('latin1')
      : String.fromCharCode(escaped.charCodeAt(0) - 0xdc00),
  )
  return Buffer.from(binary, 'latin1')
}
