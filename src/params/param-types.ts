import type { ParamSpec, ParamType } from './param-spec.ts'
import type { ParamReading } from './read-params.ts'
import { readExpiry } from './types/expiry.ts'
import { groupsFor, readGroup } from './types/group.ts'
import { readInteger, readLimit } from './types/integer.ts'
import { namespacesFor, readNamespace } from './types/namespace.ts'
import { readTag } from './types/tags.ts'
import { readText } from './types/text.ts'
import { readTimestamp } from './types/timestamp.ts'
import { readTitle } from './types/title.ts'
import { readUser } from './types/user.ts'
import { readWord } from './types/word.ts'

/** Where a value was found: what an error or a warning about it has to name, and what else it depends on. */
export interface ParamPlace {
  /** The path of the module, and what kind of module it is. */
  readonly module: string
  readonly group: string | undefined
  /** The name on the wire, with the module's prefix. */
  readonly name: string
  /** Whether it is the module's own value: nobody is warned of that. */
  readonly isDefault: boolean
  /** All the values that were given with it. */
  readonly list?: readonly string[]
  readonly reading: ParamReading
}

/** A parameter whose value is made of text. */
export type TextSpec = ParamSpec & { readonly type: TextType }

type TextType = Exclude<ParamType, 'boolean' | 'upload'>

/** All there is to know about reading a type. */
interface TypeReader {
  /** Reads one value; throws what the client hears when it cannot be read. */
  readonly read: (text: string, place: ParamPlace, spec: ParamSpec) => unknown
  /** What `*` stands for. */
  readonly all?: (spec: ParamSpec, reading: ParamReading) => readonly unknown[] | undefined
}

/** Booleans and files are not made of text: read-params.ts reads them. */
const readers: Readonly<Record<Extract<TextType, string>, TypeReader>> = {
  expiry: { read: readExpiry },
  group: { read: readGroup, all: groupsFor },
  integer: { read: readInteger },
  limit: { read: readLimit },
  namespace: { read: readNamespace, all: namespacesFor },
  password: { read: readText },
  string: { read: readText },
  tags: { read: readTag },
  text: { read: readText },
  timestamp: { read: readTimestamp },
  title: { read: readTitle },
  user: { read: readUser },
}

const words: TypeReader = {
  read: readWord,
  all: ({ all, type }) => (all && typeof type !== 'string' ? type : undefined),
}

/** The reader of a type. */
export function readerOf(type: TextType): TypeReader {
  return typeof type === 'string' ? readers[type] : words
}
