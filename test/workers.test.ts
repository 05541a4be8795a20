import assert from 'node:assert/strict'
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { mkdtempDisposable } from 'node:fs/promises'
import { type IncomingMessage, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { describe, it } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import { OneConnection } from './one-connection.ts'
import { admin, jeton, type ServerProcess, startOn } from './server-process.ts'
import { Visitor } from './visitor.ts'

const makeFolder = () => mkdtempDisposable(join(tmpdir(), 'jeton-workers-'))

/** The processes that one has started and that still run. */
function workersOf(pid: number): readonly number[] {
  const rows = execFileSync('ps', ['-A', '-o', 'pid=', '-o', 'ppid=', '-o', 'stat='], {
    encoding: 'utf8',
  })
  return rows
    .split('\n')
    .map((row) => row.trim().split(/ +/))
    .filter(([, parent, state]) => Number(parent) === pid && !state?.startsWith('Z'))
    .map(([child]) => Number(child))
}

/** Resolves once something is so: what processes do is heard of only by looking. */
async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) await setTimeout(10)
}

const isGone = (pid: number) => {
  try {
    return !process.kill(pid, 0)
  } catch {
    return true
  }
}

/** One connection to each of two workers, which is proved by halting one of them. */
async function connectToEach(server: ServerProcess, stack: DisposableStack) {
  const [halted = 0] = workersOf(server.pid)
  const connections = [1, 2].map(() => stack.use(new OneConnection()))
  const ask = async (connection: OneConnection) => {
    assert.equal(await new Visitor(connection.fetch, server.apiUrl).whoAmI(), undefined)
    return connection
  }
  for (const connection of connections) await ask(connection)
  process.kill(halted, 'SIGSTOP')
  const asking = connections.map(ask)
  const other = await Promise.race(asking)
  const [waiting] = connections.filter((connection) => connection !== other)
  assert.ok(waiting)
  let isAnswered = false
  const answered = Promise.all(asking).then(() => {
    isAnswered = true
  })
  for (const _ of [1, 2, 3]) await ask(other)
  assert.equal(isAnswered, false, 'the same worker answers both')
  process.kill(halted, 'SIGCONT')
  await answered
  return [waiting, other] as const
}

const secrets = [admin.password, admin.botPassword, 'canary-of-the-mails'] as const

/** What everybody on the machine may read of a process, or its own user. */
function readOff(pid: number): string {
  if (!existsSync(`/proc/${pid}`)) return ''
  return ['environ', 'cmdline'].map((file) => readFileSync(`/proc/${pid}/${file}`, 'utf8')).join()
}

describe('jeton serve --workers', { concurrency: 2 }, () => {
  it('security 63: ends a session in all workers as soon as one has said so', async () => {
    await using folder = await makeFolder()
    await using server = await startOn(folder.path, '--workers', '2')
    using stack = new DisposableStack()
    const [one, other] = await connectToEach(server, stack)
    for (const [name, password] of [
      [admin.name, admin.password],
      [admin.botName, admin.botPassword],
    ] as const) {
      for (const [here, there] of [
        [one, other],
        [other, one],
      ] as const) {
        const visitor = new Visitor(here.fetch, server.apiUrl)
        await visitor.logIn(name, password)
        // It would begin a new session.
        visitor.jar.remove('wikiToken')
        const seen = [here, there].map(({ fetch }) => visitor.copy(fetch))
        for (const copy of seen) assert.equal(await copy.copy().whoAmI(), admin.name)
        await visitor.logOut()
        for (const copy of seen) assert.equal(await copy.whoAmI(), undefined)
      }
    }
  })

  it('replaces a worker that dies, and goes on', async () => {
    await using folder = await makeFolder()
    await using server = await startOn(folder.path, '--workers', '2')
    const before = workersOf(server.pid)
    assert.equal(before.length, 2)
    const bot = new Visitor(fetch, server.apiUrl)
    await bot.logIn(admin.botName, admin.botPassword)
    const ask = () => bot.copy().whoAmI()

    const [victim = 0] = before
    process.kill(victim, 'SIGSTOP')
    using stack = new DisposableStack()
    const asked = [1, 2, 3].map(() => bot.copy(stack.use(new OneConnection()).fetch).whoAmI())
    await Promise.race(asked)
    process.kill(victim, 'SIGKILL')
    await until(() => isGone(victim))
    // Who was on the way to the one that died hears of it at least.
    const heard = await Promise.allSettled(asked)
    assert.ok(heard.filter(({ status }) => status === 'fulfilled').length >= 1)
    assert.equal(await ask(), admin.name)
    await until(() => workersOf(server.pid).length === 2)

    // On the same port, though it was left to the system and nobody listens any more.
    for (const worker of workersOf(server.pid)) process.kill(worker, 'SIGKILL')
    await until(() =>
      ask().then(
        (name) => name === admin.name,
        () => false,
      ),
    )
    await until(() => workersOf(server.pid).length === 2)
    assert.deepEqual(await server.end('SIGTERM'), { code: 0, signal: null })
    const said = (await server.log)
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).msg)
    assert.equal(said.length, 3)
    assert.equal(said[0], `Worker ${victim} was ended by SIGKILL. Another takes its place.`)
  })

  it('says once that it is ready, lets requests under way be answered, and leaves nobody behind', async () => {
    await using folder = await makeFolder()
    const [MEDIAWIKI_PASSWORD, JETON_BOT_PASSWORD, JETON_SMTP_PASSWORD] = secrets
    const child = spawn(
      process.execPath,
      [jeton, 'serve', '--json', '--port', '0', '--data', folder.path, '--workers', '3'],
      // A group of its own, which a signal can be sent to as a terminal does.
      {
        detached: true,
        env: { ...process.env, MEDIAWIKI_PASSWORD, JETON_BOT_PASSWORD, JETON_SMTP_PASSWORD },
      },
    )
    const [stdout, stderr] = [text(child.stdout), text(child.stderr)]
    const [line] = await once(child.stdout, 'data')
    const { apiUrl, pid, password } = JSON.parse(String(line))
    assert.deepEqual([pid, password], [child.pid, admin.password])
    const workers = workersOf(pid)
    assert.equal(workers.length, 3)
    for (const worker of workers)
      for (const secret of secrets) assert.equal(readOff(worker).includes(secret), false)

    const begun = await Promise.all(workers.map(() => beginRequest(apiUrl)))
    const ended = once(child, 'exit')
    process.kill(-pid, 'SIGTERM')
    const stillThere = () => fetch(apiUrl).then(() => true)
    await until(() =>
      stillThere()
        .catch(() => false)
        .then((isThere) => !isThere),
    )
    for (const finish of begun) assert.equal(await finish(), 200)
    assert.deepEqual(await ended, [0, null])
    assert.deepEqual([await stderr, await stdout], ['', String(line)])
    assert.ok(workers.every(isGone))
  })

  it('ends all workers at once when it is told to end again, and when it dies itself', async () => {
    for (const [signal, outcome] of [
      ['SIGTERM', { code: 1, signal: null }],
      ['SIGKILL', { code: null, signal: 'SIGKILL' }],
    ] as const) {
      await using folder = await makeFolder()
      await using server = await startOn(folder.path, '--workers', '2')
      const workers = workersOf(server.pid)
      const finish = await beginRequest(server.apiUrl)
      if (signal === 'SIGTERM') {
        server.send('SIGTERM')
        await until(() =>
          fetch(server.apiUrl).then(
            () => false,
            () => true,
          ),
        )
      }
      assert.deepEqual(await server.end(signal), outcome)
      await assert.rejects(finish())
      await until(() => workers.every(isGone))
    }
  })

  it('gives up when no worker can begin any more', async () => {
    await using folder = await makeFolder()
    await using server = await startOn(folder.path, '--workers', '2')
    const file = join(folder.path, 'wiki.sqlite')
    renameSync(file, `${file}.away`)
    writeFileSync(file, 'This is no database. '.repeat(100))
    const [victim = 0] = workersOf(server.pid)
    process.kill(victim, 'SIGKILL')
    await until(() => isGone(server.pid))
    assert.deepEqual(await server.end('SIGKILL'), { code: 1, signal: null })
    const lines = (await server.log).trimEnd().split('\n')
    assert.match(
      lines.at(-1) ?? '',
      /^No worker gets as far as to serve\. Cannot open database ".*wiki\.sqlite": file is not a database/,
    )
    // The pauses between them are ever longer.
    assert.match(lines.at(-2) ?? '', /Another takes its place in 0\.\d+ s\./)
  })
})

/** Begins a request that the server has heard of for sure; what comes back sends the rest, and tells the status. */
async function beginRequest(apiUrl: string): Promise<() => Promise<number | undefined>> {
  const sent = request(apiUrl, {
    method: 'POST',
    agent: false,
    headers: { Expect: '100-continue', 'Content-Type': 'application/x-www-form-urlencoded' },
  })
  sent.flushHeaders()
  await once(sent, 'continue')
  // It may be cut off while nobody waits for it.
  const answered = once(sent, 'response')
  answered.catch(() => undefined)
  return async () => {
    sent.end('action=query&meta=userinfo&format=json')
    const [answer]: IncomingMessage[] = await answered
    answer?.resume()
    return answer?.statusCode
  }
}
