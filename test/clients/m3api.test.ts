import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import Session, { ApiErrors } from 'm3api'
import { startServer } from '../running-server.ts'

const server = await startServer()
after(() => server[Symbol.asyncDispose]())

const userinfo = { action: 'query', meta: 'userinfo' }

function openSession(): Session {
  const params = { formatversion: 2, errorformat: 'plaintext' }
  return new Session(server.apiUrl, params, { userAgent: 'Jeton tests' })
}

/** m3api leaves to its users what a login needs, and that tokens of before are void after. */
async function logIn(session: Session, lgpassword: string): Promise<object> {
  const params = { action: 'login', lgname: server.botUser, lgpassword }
  const options = { method: 'POST', tokenType: 'login', tokenName: 'lgtoken' }
  const { login } = await session.request(params, options)
  session.tokens.clear()
  return login
}

describe('m3api', () => {
  it('logs in with a bot password, takes a good token, and logs out', async () => {
    const session = openSession()
    const login = await logIn(session, server.botPassword)
    assert.partialDeepStrictEqual(login, { result: 'Success', lgusername: server.user })
    const { query } = await session.request(userinfo)
    assert.equal(query.userinfo.name, server.user)

    const token = await session.getToken('csrf', {})
    const { checktoken } = await session.request({ action: 'checktoken', type: 'csrf', token })
    assert.equal(checktoken.result, 'valid')

    const logout = await session.request(
      { action: 'logout' },
      { method: 'POST', tokenType: 'csrf' },
    )
    assert.deepEqual(logout, {})
    const { query: afterwards } = await session.request(userinfo)
    assert.equal(afterwards.userinfo.anon, true)
  })

  it('passes on that a login failed, and why', async () => {
    assert.partialDeepStrictEqual(await logIn(openSession(), 'wrong'), {
      result: 'Failed',
      reason: { code: 'wrongpassword' },
    })
  })

  it('throws the errors of the wiki', async () => {
    const logout = openSession().request({ action: 'logout' }, { method: 'POST' })
    await assert.rejects(logout, (error) => {
      assert.ok(error instanceof ApiErrors)
      assert.equal(error.errors[0].code, 'missingparam')
      return true
    })
  })
})
