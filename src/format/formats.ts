import type { Format } from './format.ts'
import { json } from './json.ts'
import { none } from './none.ts'
import { php } from './php.ts'
import { jsonfm, phpfm, rawfm, xmlfm } from './pretty-formats.ts'
import { xml } from './xml.ts'

/** Every format that an answer can have, by its name on the wire. */
export const formats: Readonly<Record<string, Format>> = {
  json,
  jsonfm,
  none,
  php,
  phpfm,
  rawfm,
  xml,
  xmlfm,
}

/** The format of an answer whose request names none, or none that is known. */
export const defaultFormat: Format = jsonfm
