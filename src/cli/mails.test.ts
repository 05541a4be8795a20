import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempDisposable } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { describe, it } from 'node:test'
import { runJeton } from '../../test/command.ts'
import { jeton } from '../../test/server-process.ts'
import { createWiki } from '../index.ts'

const makeFolder = () => mkdtempDisposable(join(tmpdir(), 'jeton-mails-'))

/** Serves a wiki, asks for Bob's password, and tells all that the server said. */
async function reset(data: string, ...options: readonly string[]) {
  {
    await using wiki = createWiki({ file: join(data, 'wiki.sqlite') })
    const password = 'velvet-harbour-compass'
    await wiki.createAccount({ name: 'Bob', password, email: 'bob@inbox.example' })
  }
  const args = [jeton, 'serve', '--json', '--port', '0', '--data', data, ...options]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  const log = text(child.stderr)
  const lines: string[] = []
  const ready = Promise.withResolvers<string>()
  createInterface(child.stdout).on('line', (line) => {
    lines.push(line)
    ready.resolve(line)
  })
  const { apiUrl } = JSON.parse(await ready.promise)
  const form = { action: 'resetpassword', user: 'Bob', token: '+\\', format: 'json' }
  const response = await fetch(apiUrl, { method: 'POST', body: new URLSearchParams(form) })
  assert.deepEqual(await response.json(), { resetpassword: { status: 'success' } })
  const ended = once(child, 'close')
  child.kill('SIGTERM')
  await ended
  return { shown: lines.slice(1).join('\n'), log: await log }
}

describe('jeton serve', () => {
  it('shows mails where that is asked for, the last ones before it ends', async () => {
    await using folder = await makeFolder()
    const { shown, log } = await reset(folder.path, '--print-mails')
    assert.match(shown, /^Mail to Bob <bob@inbox\.example>: Your account on Jeton$/m)
    assert.match(shown, /^ {2}Temporary password: [0-9a-v]{10}$/m)
    assert.equal(log, '')
  })

  it('says in its log that a mail was not sent, and nothing of what it holds', async () => {
    await using folder = await makeFolder()
    const { shown, log } = await reset(folder.path)
    assert.equal(shown, '')
    const { msg, ...rest } = JSON.parse(log)
    assert.match(msg, /^Cannot send a mail: the setting SMTP names no server\. .*--print-mails/)
    assert.deepEqual(Object.keys(rest), ['level', 'time', 'pid', 'hostname', 'name'])
    assert.doesNotMatch(log, /Bob|bob|emporary password/)
  })

  it('says in its log which mail server does not take a mail', async () => {
    await using folder = await makeFolder()
    const { log } = await reset(folder.path, '--set', 'SMTP={"host":"127.0.0.1","port":1}')
    assert.equal(
      JSON.parse(log).msg,
      'Cannot send a mail through the SMTP server at 127.0.0.1, port 1: nobody listens there.',
    )
  })

  it('takes the password of a mail server from nobody’s sight', async () => {
    await using folder = await makeFolder()
    const SMTP = '{"host":"127.0.0.1","auth":true,"username":"wiki","password":"opensesame"}'
    const args = ['serve', '--data', folder.path, '--port', '0', '--set', `SMTP=${SMTP}`]
    const { code, stderr } = await runJeton(args)
    assert.equal(code, 1)
    assert.match(
      stderr,
      /^Other users of this machine .* JETON_SMTP_PASSWORD, or into the settings file\.$/m,
    )
    assert.doesNotMatch(stderr, /opensesame/)
  })
})
