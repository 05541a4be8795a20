import { Buffer } from 'node:buffer'
import { createHmac, hash } from 'node:crypto'

const blockSize = 64
const digestSize = 16
const mostText = 64

// Filled anew for each text, and never beyond a call: buffers of its own for each would take 0.2 µs.
const inner = Buffer.alloc(blockSize + 3 * mostText)
const outer = Buffer.alloc(blockSize + digestSize)
const innerWords = new Int32Array(inner.buffer, inner.byteOffset, blockSize / 4)
const outerWords = new Int32Array(outer.buffer, outer.byteOffset, blockSize / 4)
/** The first so many bytes of `inner`. */
const views: Buffer[] = []

/**
 * HMAC-MD5 as 32 hexadecimal digits (RFC 2104). Keys and texts of tokens are short: two plain hashes
 * of them take 0.8 µs, `createHmac` takes 1.5.
 */
export function hmacMd5(key: string, text: string): string {
  if (key.length > blockSize || text.length > mostText || !fillBlocks(key)) {
    return createHmac('md5', key).update(text).digest('hex')
  }

  const end = inner.write(text, blockSize) + blockSize
  views[end] ??= inner.subarray(0, end)
  outer.write(hash('md5', views[end], 'binary'), blockSize, 'latin1')
  return hash('md5', outer)
}

/** Begins both with a block made of the key; false if it is longer than a block. */
function fillBlocks(key: string): boolean {
  innerWords.fill(0)
  if (inner.write(key) > blockSize) return false

  // Four bytes at a time.
  for (let at = 0; at < innerWords.length; at++) {
    const word = innerWords[at] ?? 0
    innerWords[at] = word ^ 0x36363636
    outerWords[at] = word ^ 0x5c5c5c5c
  }
  return true
}
