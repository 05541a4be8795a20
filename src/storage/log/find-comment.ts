import { crc32 } from 'node:zlib'
import type { Transaction } from 'kysely'
import type { MediaWikiTables } from '../schema.ts'

// MediaWiki cuts what is longer (`CommentStore::COMMENT_CHARACTER_LIMIT`).
const mostCharacters = 500

/** Finds the row of a comment, or makes it: each text is kept once. */
export async function findComment(
  transaction: Transaction<MediaWikiTables>,
  given: string,
): Promise<number> {
  const text = shortened(given)
  // MediaWiki keeps the hash in a signed column of 32 bits.
  const hash = crc32(text) | 0
  const known = await transaction
    .selectFrom('comment')
    .select('comment_id')
    .where('comment_hash', '=', hash)
    .where('comment_text', '=', text)
    .where('comment_data', 'is', null)
    .executeTakeFirst()
  if (known !== undefined) return known.comment_id

  const { comment_id } = await transaction
    .insertInto('comment')
    .values({ comment_hash: hash, comment_text: text, comment_data: null })
    .returning('comment_id')
    .executeTakeFirstOrThrow()
  return comment_id
}

function shortened(text: string): string {
  const characters = [...text]
  return characters.length <= mostCharacters
    ? text
    : `${characters.slice(0, mostCharacters - 3).join('')}...`
}
