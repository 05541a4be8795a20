/** One text value after clean-up. */
export interface CleanValue {
  readonly text: string
  /** Whether clean-up changed it, which is worth a warning. */
  readonly changed: boolean
}

/** Starts a list whose items may hold `|`: the first character of `\x1Fone\x1Ftwo`. */
export const listSeparator = '\u001f'

/** A value as an answer can show it: it holds no control characters. */
export function showSeparators(text: string): string {
  return text.replaceAll(listSeparator, '\ufffd')
}

const windows1252 = new TextDecoder('windows-1252')
const utf8 = new TextDecoder('utf-8', { ignoreBOM: true })

const readUtf8 = (bytes: Uint8Array): string => utf8.decode(bytes)

/** Five bytes mean nothing in windows-1252, and are left out. */
function readWindows1252(bytes: Uint8Array): string {
  return windows1252.decode(bytes.filter((byte) => ![0x81, 0x8d, 0x8f, 0x90, 0x9d].includes(byte)))
}

// Only text beyond ASCII, or with a control character, can need clean-up.
const plain = /^[\t\n\r\u0020-\u007f]*$/
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what this looks for
const notForText = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

/**
 * Makes text out of what came: bytes of an address that are not UTF-8 are read as windows-1252 (the
 * fallback of MediaWiki's English wikis), text is put into NFC, and what XML cannot hold becomes U+FFFD.
 */
export function cleanUp(raw: string | Uint8Array, inQuery: boolean): CleanValue {
  if (typeof raw === 'string' && plain.test(raw)) return { text: raw, changed: false }

  const given = typeof raw === 'string' ? raw : (inQuery ? readWindows1252 : readUtf8)(raw)
  const text = given.startsWith(listSeparator)
    ? given.split(listSeparator).map(cleanText).join(listSeparator)
    : cleanText(given)
  return { text, changed: text !== raw }
}

// Sorting the marks on one letter takes time by the square of their number: no text has so many.
const mostMarks = 100

/** Puts text into NFC, with U+FFFD for what XML cannot hold. */
export function cleanText(text: string): string {
  const allowed = text.replace(notForText, '\ufffd')
  return hasTooManyMarks(allowed) ? allowed : allowed.normalize('NFC')
}

/** Looks at each run of marks once: `/\p{M}{1000}/` would start anew at each mark of a run. */
function hasTooManyMarks(text: string): boolean {
  return text.matchAll(/\p{M}+/gu).some(([run]) => run.length >= mostMarks)
}
