import * as v from 'valibot'
import type { SessionNote } from '../../session/session-index.ts'

const noteSchema = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({
    id: v.string(),
    userId: v.number(),
    made: v.exactOptional(v.number()),
    used: v.exactOptional(v.number()),
    address: v.exactOptional(v.string()),
    agent: v.exactOptional(v.string()),
  }),
)

/** Reads a note; a damaged one counts as none, and is written anew when the session is used. */
export function readNote(value: Uint8Array | null | undefined): SessionNote | undefined {
  if (value === null || value === undefined) return undefined

  const read = v.safeParse(noteSchema, Buffer.from(value).toString())
  return read.success ? read.output : undefined
}
