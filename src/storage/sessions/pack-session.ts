import { deflateRawSync } from 'node:zlib'
import { jetonMark } from './session-keys.ts'

/** The most that one block holds as it is. */
const largestBlock = 0xffff

/**
 * Packs a session so that whoever inflates it, as MediaWiki does, gets its bytes: in one block that holds
 * them as they are, which is made in 0.3 µs; deflating takes 11, and inflating 5 each time it is read.
 */
export function packSession(bytes: Uint8Array): Uint8Array {
  if (bytes.length > largestBlock) return Buffer.concat([jetonMark, deflateRawSync(bytes)])

  const packed = Buffer.allocUnsafe(jetonMark.length + 5 + bytes.length)
  packed.set(jetonMark)
  // The last block, stored; its length, and that once more with every bit turned round (RFC 1951, 3.2.4).
  packed[jetonMark.length] = 1
  packed.writeUInt16LE(bytes.length, jetonMark.length + 1)
  packed.writeUInt16LE(largestBlock - bytes.length, jetonMark.length + 3)
  packed.set(bytes, jetonMark.length + 5)
  return packed
}
