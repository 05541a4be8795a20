/**
 * Makes the recordings anew: `npm run conformance:record -- http://127.0.0.1:8390/api.php [subject …]`.
 *
 * The reference is a MediaWiki that reads settings for one request from the header X-Test-Config,
 * so keep it on the loopback. `--user` names an administrator; the password comes from the
 * environment variable MEDIAWIKI_PASSWORD, or is asked for.
 */
import process from 'node:process'
import { createInterface } from 'node:readline/promises'
import { parseArgs } from 'node:util'
import type { Answer, Conversation } from '../../src/compare/conversation.ts'
import { HttpPeer } from '../../src/compare/http-peer.ts'
import type { Peer } from '../../src/compare/peer.ts'
import { play } from '../../src/compare/play.ts'
import { readsTestConfig } from '../../src/compare/reads-test-config.ts'
import { writeRecording } from './recording-files.ts'
import { subjects } from './subjects.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { user: { type: 'string', default: process.env['MEDIAWIKI_USER'] ?? 'Admin' } },
})
const [url, ...only] = positionals
if (url === undefined) throw new Error('Cannot record: no URL of an api.php given')

const password = process.env['MEDIAWIKI_PASSWORD'] ?? (await askPassword())
const reference = new HttpPeer(url, { name: values.user, password })
if (!(await readsTestConfig(reference)))
  throw new Error(`Cannot record: ${url} does not read settings from X-Test-Config`)
for (const [subject, conversations] of Object.entries(subjects)) {
  if (only.length > 0 && !only.includes(subject)) continue
  const recorded = []
  for (const { steps, ...conversation } of conversations) {
    const answers = await answersOf({ ...conversation, steps }, reference)
    const exchanges = steps.flatMap((ask, index) => {
      const answer = answers[index]
      return answer ? [{ ask, answer }] : []
    })
    recorded.push({ ...conversation, exchanges })
  }
  writeRecording(subject, recorded)
  const count = recorded.reduce((sum, { exchanges }) => sum + exchanges.length, 0)
  console.log(`${subject}: ${recorded.length} conversations, ${count} exchanges`)
}

async function answersOf(conversation: Conversation, peer: Peer): Promise<readonly Answer[]> {
  const answers = []
  try {
    for await (const answer of play(conversation, peer)) answers.push(answer)
  } catch (cause) {
    throw new Error(`Cannot record "${conversation.name}", step ${answers.length + 1}`, { cause })
  }
  return answers
}

async function askPassword(): Promise<string> {
  const lines = createInterface({ input: process.stdin, output: process.stderr })
  const answer = await lines.question(`Password of ${values.user}: `)
  lines.close()
  return answer
}
