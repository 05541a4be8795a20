import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { alice, stoppedWiki } from '../../test/stopped-wiki.ts'

describe('action=login', () => {
  it('security 44: says that a password is too long, whether or not the account exists', async () => {
    await using stopped = await stoppedWiki()
    const long = 'x'.repeat(4097)
    const answers = [
      await stopped.visitor().tryLogIn(alice.name, long),
      await stopped.visitor().tryLogIn('Nobody', long),
      await stopped.visitor().tryLogIn('Alice@sweeper', '0'.repeat(4097)),
      await stopped.visitor().tryLogIn('Alice@nothing', '0'.repeat(4097)),
    ]
    for (const answer of answers) {
      assert.equal(answer?.result, 'Failed')
      assert.equal(answer.reason?.code, 'passwordtoolong')
    }
    assert.deepEqual(new Set(answers.map((answer) => JSON.stringify(answer))).size, 1)
  })

  it('security 44: reads a password of exactly 4096 bytes', async () => {
    await using stopped = await stoppedWiki()
    for (const name of [alice.name, 'Nobody']) {
      const answer = await stopped.visitor().tryLogIn(name, 'é'.repeat(2048))
      assert.equal(answer?.reason?.code, 'wrongpassword')
    }
  })

  it('answers alike for a wrong password and for an account that does not exist', async () => {
    await using stopped = await stoppedWiki()
    const answers = [
      await stopped.visitor().tryLogIn(alice.name, 'wrong'),
      await stopped.visitor().tryLogIn('Nobody', 'wrong'),
      await stopped.visitor().tryLogIn('Alice@sweeper', 'v'.repeat(32)),
      await stopped.visitor().tryLogIn('Alice@nothing', 'v'.repeat(32)),
      await stopped.visitor().tryLogIn('Nobody@sweeper', 'v'.repeat(32)),
    ]
    // A name with `@` is nobody's, so that there is no password to be wrong.
    assert.deepEqual(
      answers.map((answer) => answer?.reason?.code),
      [...Array(2).fill('wrongpassword'), ...Array(3).fill(answers[2]?.reason?.code)],
    )
  })

  it('gives a token to who has none, and takes it once the session has it', async () => {
    await using stopped = await stoppedWiki()
    const visitor = stopped.visitor()
    const first = await visitor.ask({
      action: 'login',
      lgname: alice.name,
      lgpassword: alice.password,
    })
    const { result, token } = Object(first.body.login)
    assert.equal(result, 'NeedToken')
    assert.equal(await visitor.check('login', token), 'valid')
    assert.equal((await visitor.tryLogIn(alice.name, alice.password, token))?.result, 'Success')
  })

  it('security 15: tells a token of another session from one of a session that is lost', async () => {
    await using stopped = await stoppedWiki()
    const [one, other] = [stopped.visitor(), stopped.visitor()]
    const token = await one.token('login')
    const lost = await other.tryLogIn(alice.name, alice.password, token)
    assert.deepEqual([lost?.result, lost?.reason?.code], ['Failed', 'sessionlost'])
    const wrong = await other.tryLogIn(alice.name, alice.password, token)
    assert.equal(wrong?.result, 'WrongToken')
    assert.equal((await one.tryLogIn(alice.name, alice.password, token))?.result, 'Success')
  })

  it('takes a token no more after an hour, when the session has ended', async () => {
    await using stopped = await stoppedWiki()
    for (const [seconds, result] of [
      [3599, 'Success'],
      [3600, 'Failed'],
    ] as const) {
      const visitor = stopped.visitor()
      const token = await visitor.token('login')
      stopped.clock.pass(seconds)
      const answer = await visitor.tryLogIn(alice.name, alice.password, token)
      assert.equal(answer?.result, result)
    }
  })

  it('takes each login token for one login', async () => {
    await using stopped = await stoppedWiki()
    const visitor = stopped.visitor()
    const token = await visitor.token('login')
    assert.equal((await visitor.tryLogIn(alice.name, 'wrong', token))?.result, 'Failed')
    assert.equal((await visitor.tryLogIn(alice.name, alice.password, token))?.result, 'Success')
    assert.notEqual((await visitor.tryLogIn(alice.name, alice.password, token))?.result, 'Success')
  })

  it('security 14: refuses a password or a token in the address, and does not say them again', async () => {
    await using stopped = await stoppedWiki()
    for (const secret of ['lgpassword', 'lgtoken']) {
      const visitor = stopped.visitor()
      const lgtoken = await visitor.token('login')
      const response = await stopped.wiki.fetch(
        new Request(`http://127.0.0.1:8080/api.php?format=json&${secret}=mellow`, {
          method: 'POST',
          headers: { cookie: visitor.jar.header() ?? '' },
          body: new URLSearchParams({
            ...{ action: 'login', lgname: alice.name, lgpassword: alice.password, lgtoken },
          }),
        }),
      )
      const text = await response.text()
      assert.equal(JSON.parse(text).error.code, 'mustpostparams')
      assert.doesNotMatch(text, /mellow/)
      assert.deepEqual(response.headers.getSetCookie(), [])
    }
  })

  it('security 6: puts an odd user name into one cookie, and nothing else', async () => {
    await using stopped = await stoppedWiki()
    const name = "Ünal, O'Neil; a=b 漢"
    await stopped.wiki.createAccount({ name, password: alice.password })
    const visitor = stopped.visitor()
    const lgtoken = await visitor.token('login')
    const form = { action: 'login', lgname: name, lgpassword: alice.password, lgtoken }
    const { body, setCookies } = await visitor.ask(form)
    assert.equal(body.login?.lgusername, name)
    const names = setCookies.map((cookie) => cookie.slice(0, cookie.indexOf('=')))
    assert.deepEqual(names, ['wiki_session', 'wikiUserID', 'wikiUserName', 'wikiToken'])
    assert.match(
      setCookies[2] ?? '',
      /^wikiUserName=%C3%9Cnal%2C%20O%27Neil%3B%20a%3Db%20%E6%BC%A2; /,
    )
    assert.equal(await visitor.whoAmI(), name)
  })
})
