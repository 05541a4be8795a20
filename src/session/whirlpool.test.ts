import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { hmacWhirlpool } from './whirlpool.ts'

/** What PHP's hash_hmac('whirlpool', data, key) says. */
// biome-ignore format: a table
const vectors: readonly (readonly [key: string, data: string, hmac: string])[] = [
  ['0123456789abcdef0123456789abcdef', '1', '499fe9ef212171e14476a21dcea78b8eec47017524d398a3ad3e6e0a237a9233b72d2d9c5554534a3177269be7cbaa541e5f008e81c9f34b1dd82fb0f9b463d4'],
  ['', '', '57d739903190550defa77309ff7b72406a927bbc54e8fcdc98e145fa4c36ce83a9cf1605ad01e0d1925f93ac1d12b985a26044e9fb1b9cce24301faa76eaab53'],
  ['key', 'The quick brown fox jumps over the lazy dog', '7f7192e3a155cb6a8171584ba146882f26821658112dfd2601272db013517a31e573637d146584596f86a884eb0decc9514dde000ecf2476dc5d436a92197527'],
  ['k'.repeat(64), 'data', '86900cb609aebf12d34767b91396a07adbc7d10cd82f6d2da4e0d7b34205f30e757a3e888b7798e4ff2ac33b498d1b4b5b27648bfe102524f879a3366ca359af'],
  ['k'.repeat(65), 'data', '14dc110bd80fe02072bca42d0b9b93ddf642890edb0403f2dc55c25b4e50d58505640262c416e9b82f9b135eb6d07baaa0702f57245b0ae1f0c41599fa31e73d'],
  ['ü'.repeat(100), 'größe 🐸', 'fefaf3526f8e7559025c665721172f72d69c0fe8ad78f372bfb711155d9d2962b40bede9e80a963765cbcbc28a2bea3c0d5f91675a0a39fbdf6cc859dde7a842'],
  ['ab\0cd', 'x'.repeat(1000), '7960699d78ac230c7ce578da79b0b674606fa01d686410b7a0e872f28b3632c6d00ba479134300b025342f27d8f7ebc04e98e05fc1cd133cf93b342eb4913745'],
]

describe('hmacWhirlpool', () => {
  for (const [key, data, hmac] of vectors) {
    it(`is PHP’s for ${key.length} characters of key and ${data.length} of data`, () => {
      assert.equal(hmacWhirlpool(key, data), hmac)
    })
  }
})
