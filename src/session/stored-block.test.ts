import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { findStoredBlock } from './stored-block.ts'

const empty = Buffer.from('000000ffff', 'hex')
const last = (text: string) => {
  const head = Buffer.from([1, 0, 0, 0, 0])
  head.writeUInt16LE(text.length, 1)
  head.writeUInt16LE(0xffff - text.length, 3)
  return Buffer.concat([head, Buffer.from(text)])
}
const text = 'as it is '.repeat(50)

// biome-ignore format: a table
const rows: readonly (readonly [what: string, bytes: Buffer, found: string | undefined])[] = [
  ['a block',                        last(text),                                       text],
  ['a block after an empty one',     Buffer.concat([empty, last(text)]),               text],
  ['a block after two empty ones',   Buffer.concat([empty, empty, last(text)]),        text],
  ['an empty block',                 last(''),                                         ''],
  ['the longest block',              last('x'.repeat(65_535)),                         'x'.repeat(65_535)],
  ['two blocks',                     deflateRawSync('x'.repeat(65_536), { level: 0 }),                         undefined],
  ['what is deflated',               deflateRawSync(text),                             undefined],
  ['what is deflated after a block', Buffer.concat([empty, deflateRawSync(text)]),     undefined],
  ['nothing',                        Buffer.alloc(0),                                  undefined],
  ['only empty blocks',              Buffer.concat([empty, empty]),                    undefined],
  ['a block cut off',                last(text).subarray(0, -1),                       undefined],
  ['a head cut off',                 last(text).subarray(0, 3),                        undefined],
  ['a block with more after it',     Buffer.concat([last(text), empty]),               undefined],
  ['a block with a wrong length',    Buffer.from(last(text)).fill(0x55, 3, 5),         undefined],
  ['serialized PHP data',            Buffer.from('a:0:{}'),                            undefined],
]

describe('looking for bytes that were packed as they are', () => {
  for (const [what, bytes, found] of rows) {
    it(`${found === undefined ? 'leaves to others' : 'finds'} ${what}`, () => {
      const read = findStoredBlock(bytes)
      assert.equal(read && Buffer.from(read).toString(), found)
      if (read !== undefined) assert.deepEqual(Buffer.from(read), inflateRawSync(bytes))
    })
  }
})
