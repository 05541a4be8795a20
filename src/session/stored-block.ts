const blockHead = 5

/**
 * Finds what deflated bytes hold if that is one block of bytes as they are (RFC 1951, 3.2.4), whatever
 * empty blocks come before it: so we pack sessions, and need not inflate them, which takes 5 µs.
 */
export function findStoredBlock(bytes: Uint8Array): Uint8Array | undefined {
  let at = 0
  while (isBlock(bytes, at, 0) && lengthAt(bytes, at) === 0) at += blockHead
  const end = at + blockHead + lengthAt(bytes, at)
  const isAll = isBlock(bytes, at, 1) && end === bytes.length
  return isAll ? bytes.subarray(at + blockHead, end) : undefined
}

/** Tells whether a block of bytes as they are begins there, the last one or not: its length is said twice. */
function isBlock(bytes: Uint8Array, at: number, isLast: 0 | 1): boolean {
  return bytes[at] === isLast && (lengthAt(bytes, at) ^ lengthAt(bytes, at + 2)) === 0xffff
}

function lengthAt(bytes: Uint8Array, at: number): number {
  return (bytes[at + 1] ?? 0) | ((bytes[at + 2] ?? 0) << 8)
}
