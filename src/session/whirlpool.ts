import { Buffer } from 'node:buffer'
import { createWhirlpool } from 'hash-wasm'

const hasher = await createWhirlpool()
const blockSize = 64

/** HMAC-Whirlpool as 128 hexadecimal digits; Node's OpenSSL no longer has this digest, MediaWiki uses it. */
export function hmacWhirlpool(key: string, data: string): string {
  const bytes = Buffer.from(key)
  const block = bytes.length > blockSize ? hash(bytes).digest('binary') : bytes
  const text = Buffer.from(data)
  // In one piece each: what is given to the hash in several takes half as long again.
  const inner = Buffer.alloc(blockSize + text.length, 0x36)
  const outer = Buffer.alloc(2 * blockSize, 0x5c)
  for (let at = 0; at < block.length; at++) {
    const byte = block[at] ?? 0
    inner[at] = byte ^ 0x36
    outer[at] = byte ^ 0x5c
  }
  inner.set(text, blockSize)
  outer.set(hash(inner).digest('binary'), blockSize)
  return hash(outer).digest('hex')
}

function hash(bytes: Uint8Array): typeof hasher {
  return hasher.init().update(bytes)
}
