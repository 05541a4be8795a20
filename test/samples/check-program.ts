import assert from 'node:assert/strict'
import type { RunningServer } from '../running-server.ts'
import type { Language, SampleAction } from './languages.ts'
import { makeWorkplace, runProgram } from './run-program.ts'
import { type Exchange, tapWire } from './wire-tap.ts'

/** A program to be run: its language, what it does, and where its file is. */
export interface Sample {
  readonly language: Language
  readonly action: SampleAction
  /** Called once the folder it runs in, and the wiki's address, are known. */
  file(folder: string, apiUrl: string): Promise<string>
}

/** Runs a program, and fails unless it asks the wiki and prints its answer; a logout must have been one. */
export async function checkProgram(server: RunningServer, sample: Sample): Promise<void> {
  const { language, action } = sample
  await using tap = await tapWire(server)
  await using workplace = await makeWorkplace()
  const file = await sample.file(workplace.path, tap.apiUrl)

  const printed = await runProgram([...language.command, file], workplace, {
    MW_SERVER: tap.url,
    MW_SCRIPT_PATH: new URL(tap.apiUrl).pathname.replace('/api.php', ''),
    MEDIAWIKI_USER: language.inPage ? server.user : server.botUser,
    MEDIAWIKI_PASSWORD: language.inPage ? server.password : server.botPassword,
  })

  assert.equal(printed.trimEnd(), language.prints[action])
  const asked = findExchange(tap.exchanges, action)
  if (action === 'logout') await checkLoggedOut(server, findExchange(tap.exchanges, 'login'), asked)
}

function findExchange(exchanges: readonly Exchange[], action: string): Exchange {
  const found = exchanges.findLast(({ params }) => params.get('action') === action)
  assert.ok(found, `the wiki was not asked for ${action}`)
  return found
}

/** A logout by nobody prints the same, so what went over the wire has to tell. */
async function checkLoggedOut(
  server: RunningServer,
  login: Exchange,
  logout: Exchange,
): Promise<void> {
  assert.match(login.answer, /"result":"Success"/)
  assert.match(logout.params.get('token') ?? '', /^[0-9a-f]{40,}\+\\$/)
  const session = logout.cookie.split('; ').filter((cookie) => !isForRemembering(cookie))
  assert.match(await whoIs(server, session.join('; ')), /"anon":""/)
}

/** "Keep me logged in" is a key of its own: a copy of it opens a new session, as it should. */
function isForRemembering(cookie: string): boolean {
  return /^\w+Token=/.test(cookie)
}

async function whoIs(server: RunningServer, cookie: string): Promise<string> {
  const response = await fetch(`${server.apiUrl}?action=query&meta=userinfo&format=json`, {
    headers: { cookie },
  })
  return response.text()
}
