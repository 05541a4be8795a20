import { createWhirlpool } from 'hash-wasm'

const hasher = await createWhirlpool()
const blockSize = 64

/** HMAC-Whirlpool as 128 hexadecimal digits; Node's OpenSSL no longer has this digest, MediaWiki uses it. */
export function hmacWhirlpool(key: string, data: string): string {
  const bytes = Buffer.from(key)
  const block = Buffer.alloc(blockSize)
  block.set(bytes.length > blockSize ? digest(bytes) : bytes)
  const inner = digest(
    block.map((byte) => byte ^ 0x36),
    Buffer.from(data),
  )
  return Buffer.from(
    digest(
      block.map((byte) => byte ^ 0x5c),
      inner,
    ),
  ).toString('hex')
}

function digest(...parts: readonly Uint8Array[]): Uint8Array {
  hasher.init()
  for (const part of parts) hasher.update(part)
  return hasher.digest('binary')
}
