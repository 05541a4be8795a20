import { StoreUnavailable } from '../../session/store-unavailable.ts'

// The lower byte of what SQLite says: the rest only says it in more detail.
const busy: ReadonlySet<number> = new Set([
  5, // BUSY: another process writes
  6, // LOCKED: another statement of this process does
])

const unavailable: ReadonlySet<number> = new Set([
  ...busy,
  7, // NOMEM
  8, // READONLY
  10, // IOERR
  11, // CORRUPT
  13, // FULL
  14, // CANTOPEN
  15, // PROTOCOL
  26, // NOTADB
])

/** Tells whether it is worth trying again: somebody else has the file. */
export function isBusy(error: unknown): boolean {
  const code = codeOf(error)
  return code !== undefined && busy.has(code)
}

/** Says of an error whether the store is to blame; a mistake in SQL stays what it is. */
export function storeError(store: string, error: unknown): unknown {
  const code = codeOf(error)
  const toBlame = code === undefined ? isClosed(error) : unavailable.has(code)
  return toBlame ? new StoreUnavailable(store, { cause: error }) : error
}

function codeOf(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('errcode' in error)) return undefined
  return typeof error.errcode === 'number' ? error.errcode & 0xff : undefined
}

/** Node's word for a database, or its statement, after `close`. */
function isClosed(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_INVALID_STATE'
}
