import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import { promisify } from 'node:util'
import Bot from 'nodemw'
import { startServer } from '../running-server.ts'

const server = await startServer()
after(() => server[Symbol.asyncDispose]())

/** nodemw's raw call, which its types leave out. */
interface RawCalls {
  readonly api: {
    call(
      params: Record<string, string>,
      callback: (error: Error | null, answer?: object) => void,
      method: 'GET' | 'POST',
    ): void
  }
}

function makeBot(): Bot & RawCalls {
  const { protocol, hostname, port, pathname } = new URL(server.apiUrl)
  const bot = new Bot({
    protocol: protocol.replace(':', ''),
    server: hostname,
    port: Number(port),
    path: pathname.replace('/api.php', ''),
  })
  return bot as Bot & RawCalls
}

function logIn(bot: Bot, password: string): Promise<unknown> {
  return promisify((done: (error: Error | null, answer?: unknown) => void) =>
    bot.logIn(server.botUser, password, done),
  )()
}

function call(bot: RawCalls, method: 'GET' | 'POST', params: Record<string, string>) {
  return promisify((done: (error: Error | null, answer?: object) => void) =>
    bot.api.call(params, done, method),
  )()
}

describe('nodemw', () => {
  it('logs in with a bot password, takes a good token, and logs out by a raw call', async () => {
    const bot = makeBot()
    const login = await logIn(bot, server.botPassword)
    assert.partialDeepStrictEqual(login, { result: 'Success', lgusername: server.user })

    const getToken = promisify(bot.getToken.bind(bot))
    const token = await getToken('Main Page', 'edit')
    const checked = await call(bot, 'GET', { action: 'checktoken', type: 'csrf', token })
    assert.partialDeepStrictEqual(checked, { result: 'valid' })

    await call(bot, 'POST', { action: 'logout', token })
    const asked = await call(bot, 'GET', { action: 'query', meta: 'userinfo' })
    assert.partialDeepStrictEqual(asked, { userinfo: { anon: '' } })
  })

  it('says that a login failed, and why', async () => {
    await assert.rejects(logIn(makeBot(), 'wrong'), {
      message: /^Logging in failed: Failed - Incorrect user ?name or password/,
    })
  })
})
