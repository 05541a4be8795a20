import * as v from 'valibot'
import { CannotCompare } from './cannot-compare.ts'
import { har } from './har/har.ts'
import { type HarConversation, harConversations } from './har/har-conversations.ts'
import { readJson } from './read-json.ts'
import { isRecording, withoutAnswers } from './recording.ts'

/** Reads the conversations of a file: a recording of this project, or a HAR file. */
export function readConversations(
  text: string,
  file: string,
  replacesUser: boolean,
): readonly HarConversation[] {
  const value = readJson(text.replace(/^\ufeff/, ''))
  const conversations = isRecording(value)
    ? value.map((recorded) => ({ ...withoutAnswers(recorded), leftOut: [] }))
    : readHar(value, file, replacesUser)
  if (conversations.length === 0)
    throw new CannotCompare(`${file} has nothing to play: no exchange with an api.php.`)
  return conversations
}

function readHar(value: unknown, file: string, replacesUser: boolean) {
  const read = v.safeParse(har, value)
  if (read.success) return harConversations(read.output.log.entries, replacesUser)
  const why = typeof value === 'object' ? 'neither a recording nor a HAR file' : 'not JSON'
  throw new CannotCompare(`${file} cannot be read: it is ${why}.`)
}
