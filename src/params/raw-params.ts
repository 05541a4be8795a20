/** A value as it came: text, bytes that are not UTF-8, or one of PHP's arrays (`name[]=…`). */
export type RawValue = string | Uint8Array | typeof phpArray

/** Stands for what a client sent as `name[]=…`: no parameter reads that. */
export const phpArray: unique symbol = Symbol('array')

/** One text value after clean-up. */
export interface CleanValue {
  readonly text: string
  /** Whether clean-up changed it, which is worth a warning. */
  readonly changed: boolean
}

/**
 * The parameters of one request, from its address and its body; the body wins.
 * It remembers which were asked for, so that the others can be reported.
 */
export class RawParams {
  readonly #query: ReadonlyMap<string, RawValue>
  readonly #body: ReadonlyMap<string, RawValue>
  readonly #files: ReadonlyMap<string, File>
  readonly #lists: ReadonlyMap<string, readonly RawValue[]>
  readonly #known = new Set<string>()

  constructor(
    query: ReadonlyMap<string, RawValue>,
    body: ReadonlyMap<string, RawValue>,
    files: ReadonlyMap<string, File> = new Map(),
    lists: ReadonlyMap<string, readonly RawValue[]> = new Map(),
  ) {
    this.#query = query
    this.#body = body
    this.#files = files
    this.#lists = lists
  }

  /** Tells whether a name was sent at all, without counting it as read. */
  has(name: string): boolean {
    return this.#body.has(name) || this.#query.has(name)
  }

  /** Tells whether a name was sent in the address, where secrets must not be. */
  isInQuery(name: string): boolean {
    return this.#query.has(name)
  }

  /** The value of a name, cleaned up; `phpArray` for what no parameter can read. */
  read(name: string): CleanValue | typeof phpArray | undefined {
    this.#known.add(name)
    return this.peek(name)
  }

  /** The file of a name; nobody is told of one that no parameter reads. */
  readFile(name: string): File | undefined {
    this.#known.add(name)
    return this.#files.get(name)
  }

  /** The value of a name, without counting it as read. */
  peek(name: string): CleanValue | typeof phpArray | undefined {
    const raw = this.#body.get(name) ?? this.#query.get(name)
    if (raw === undefined || raw === phpArray) return raw

    return cleanUp(raw, this.#query.has(name))
  }

  /** The value of a name as it came, without clean-up. */
  peekRaw(name: string): RawValue | undefined {
    return this.#body.get(name) ?? this.#query.get(name)
  }

  /** The text of a name, without counting it as read. */
  peekText(name: string): string | undefined {
    const value = this.peek(name)
    return typeof value === 'object' ? value.text : undefined
  }

  /** The texts that a form sent as `name[]=…`, cleaned up. */
  peekList(name: string): readonly string[] {
    const values = this.#lists.get(name) ?? []
    return values.flatMap((raw) => (raw === phpArray ? [] : [cleanUp(raw, false).text]))
  }

  /** The names in the address, in their order. */
  queryNames(): readonly string[] {
    return [...this.#query.keys()]
  }

  /** Counts a name as read by somebody who does not need its value. */
  markAsKnown(name: string): void {
    this.#known.add(name)
  }

  /** The names that nobody asked for, with their place among all names. */
  unknown(): ReadonlyMap<number, string> {
    const names = [...new Set([...this.#body.keys(), ...this.#query.keys()])]
    const unknown = [...names.entries()].filter(([, name]) => !this.#known.has(name))
    return new Map(unknown.map(([at, name]) => [at, cleanText(name)]))
  }
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
function cleanUp(raw: string | Uint8Array, inQuery: boolean): CleanValue {
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
