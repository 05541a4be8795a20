import type { Format } from './format.ts'
import { json } from './json.ts'
import { none } from './none.ts'

/** Every format that an answer can have, by its name on the wire. */
export const formats: Readonly<Record<string, Format>> = { json, none }
