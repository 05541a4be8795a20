import assert from 'node:assert/strict'
import { mkdtempDisposable } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import * as v from 'valibot'
import { admin, startOn } from './server-process.ts'
import { Visitor } from './visitor.ts'

const userinfo = v.object({ query: v.object({ userinfo: v.object({ name: v.string() }) }) })

describe('two servers on one folder', () => {
  it('security 41: evaluate five of two hundred wrong passwords, and end sessions for each other', async () => {
    await using folder = await mkdtempDisposable(join(tmpdir(), 'jeton-two-'))
    await using one = await startOn(folder.path)
    await using other = await startOn(folder.path)
    const guessers = await Promise.all(
      [one, other].map(async ({ apiUrl }) => {
        const visitor = new Visitor(fetch, apiUrl)
        const token = await visitor.token('login')
        return { visitor, token }
      }),
    )
    const answers = await Promise.all(
      guessers.flatMap(({ visitor, token }) =>
        Array.from({ length: 100 }, () => visitor.copy().tryLogIn(admin.name, 'wrong', token)),
      ),
    )
    const codes = answers.map((answer) => answer?.reason?.code)
    assert.equal(codes.filter((code) => code === 'wrongpassword').length, 5)
    assert.equal(codes.filter((code) => code === 'login-throttled').length, 195)

    const here = new Visitor(fetch, one.apiUrl)
    await here.logIn(admin.botName, admin.botPassword)
    const there = new Visitor(fetch, other.apiUrl)
    there.jar.put('wiki_BPsession', here.jar.find('wiki_BPsession') ?? '')
    assert.equal(await there.whoAmI(), admin.name)
    await there.logOut()
    assert.equal(await here.whoAmI(), undefined)
  })

  it('use up a token for other services once between them', async () => {
    await using folder = await mkdtempDisposable(join(tmpdir(), 'jeton-two-'))
    const options = ['--set', 'Extensions=["ThirdPartySessionVerification"]'] as const
    await using one = await startOn(folder.path, ...options)
    await using other = await startOn(folder.path, ...options)
    const visitor = new Visitor(fetch, one.apiUrl)
    await visitor.logIn(admin.botName, admin.botPassword)
    const get = { action: 'session_verification' }
    const token = (await visitor.ask(get)).body.session_verification?.token ?? ''
    const told = await Promise.all(
      Array.from({ length: 40 }, (_, index) => {
        const service = new Visitor(fetch, (index % 2 === 0 ? one : other).apiUrl)
        return service.ask({ ...get, token, singleuse: '1' })
      }),
    )
    const outcomes = told.map(({ body }) => body.session_verification?.error ?? 'success')
    assert.equal(outcomes.filter((outcome) => outcome === 'success').length, 1)
    assert.equal(outcomes.filter((outcome) => outcome === 'Used token').length, 39)
  })

  it('know at once what has ended in the other, however many ask at the same time', async () => {
    await using folder = await mkdtempDisposable(join(tmpdir(), 'jeton-two-'))
    await using one = await startOn(folder.path)
    await using other = await startOn(folder.path)
    const stop = new AbortController()
    const whoIs = async (visitor?: Visitor): Promise<string> => {
      // By GET: requests that come together share what one of them has seen of the database.
      const cookie = visitor?.jar.header() ?? ''
      const address = `${one.apiUrl}?action=query&meta=userinfo&format=json`
      const answer = await fetch(address, { headers: { cookie } })
      return v.parse(userinfo, await answer.json()).query.userinfo.name
    }
    const crowd = Array.from({ length: 16 }, async () => {
      while (!stop.signal.aborted) await whoIs()
    })
    for (let round = 0; round < 50; round++) {
      const here = new Visitor(fetch, one.apiUrl)
      await here.logIn(admin.botName, admin.botPassword)
      assert.equal(await whoIs(here), admin.name)
      const there = new Visitor(fetch, other.apiUrl)
      there.jar.put('wiki_BPsession', here.jar.find('wiki_BPsession') ?? '')
      await there.logOut()
      assert.equal(await whoIs(here), '127.0.0.1', `logout ${round}`)
    }
    stop.abort()
    await Promise.all(crowd)
  })
})
