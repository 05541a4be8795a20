import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import { Mwn } from 'mwn'
import { startServer } from '../running-server.ts'

const server = await startServer()
after(() => server[Symbol.asyncDispose]())

const options = { apiUrl: server.apiUrl, userAgent: 'Jeton tests', silent: true }
const credentials = { username: server.botUser, password: server.botPassword }

describe('mwn', () => {
  it('logs in with a bot password, takes a good token, and logs out', async () => {
    const bot = await Mwn.init({ ...options, ...credentials })
    const { name } = await bot.userinfo()
    assert.equal(name, server.user)

    const question = { action: 'checktoken', type: 'csrf', token: bot.csrfToken }
    const { checktoken } = await bot.request(question)
    assert.equal(checktoken.result, 'valid')

    await bot.logout()
    const { anon } = await bot.userinfo()
    assert.equal(anon, true)
  })

  it('says that a login failed, and why', async () => {
    const login = Mwn.init({ ...options, ...credentials, password: 'wrong' })
    await assert.rejects(login, {
      code: 'mwn_failedlogin',
      message: /^Failed: Incorrect user ?name or password/,
    })
  })
})
