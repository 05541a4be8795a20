import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { describe, it } from 'node:test'
import { inflateRawSync } from 'node:zlib'
import { noPhp } from '../../../test/php-passwords.ts'
import { packSession } from './pack-session.ts'

const sizes = [0, 1, 300, 1700, 0xfffe, 0xffff, 0x10000, 200_000]
const bytesOf = (size: number) => Buffer.from(Array.from({ length: size }, (_, index) => index * 7))

describe('a packed session', () => {
  for (const size of sizes) {
    it(`of ${size} bytes is inflated to what it was`, () => {
      const bytes = bytesOf(size)
      assert.ok(inflateRawSync(packSession(bytes)).equals(bytes))
    })

    it(`of ${size} bytes is inflated likewise by PHP, as MediaWiki does`, { skip: noPhp }, () => {
      const code = 'echo gzinflate(stream_get_contents(STDIN));'
      const input = packSession(bytesOf(size))
      const { stdout } = spawnSync('php', ['-r', code], { input, maxBuffer: 2 ** 20 })
      assert.ok(stdout.equals(bytesOf(size)))
    })
  }
})
