import type { ParamInfo } from '../module-info.ts'

/** The ways in which a parameter is filled in. */
export type FieldKind =
  | 'area'
  | 'box'
  | 'choice'
  | 'choices'
  | 'lines'
  | 'limit'
  | 'number'
  | 'password'
  | 'text'
  | 'timestamp'

/** How a parameter is filled in that takes one value, by its type. */
const kinds: Readonly<Record<string, FieldKind>> = {
  boolean: 'box',
  expiry: 'text',
  integer: 'number',
  limit: 'limit',
  password: 'password',
  string: 'text',
  text: 'area',
  timestamp: 'timestamp',
  title: 'text',
  user: 'text',
}

/** Tells how a parameter is filled in. */
export function fieldKind(info: ParamInfo): FieldKind {
  const { type, multi } = info
  if (typeof type !== 'string') {
    if (!multi) return 'choice'
    // Without values to tick there is only to write.
    return type.length === 0 ? 'lines' : 'choices'
  }
  if (multi) return 'lines'
  return kinds[type] ?? 'text'
}
