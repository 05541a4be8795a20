// What MediaWiki before 1.24 had a type of its own for.
const older = [
  'edit',
  'delete',
  'protect',
  'move',
  'block',
  'unblock',
  'email',
  'import',
  'options',
]

/** The type under which a token is asked for today. */
export function tokenTypeOf(name: string): string {
  return older.includes(name) ? 'csrf' : name
}
