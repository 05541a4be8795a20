import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { Client, ClientError, type ClientOptions } from '../../src/client/client.ts'
import { alice, stoppedWiki } from '../stopped-wiki.ts'
import { installMediaWiki, noMediaWiki } from './mediawiki.ts'

/** A wiki to ask, and somebody who has an account and a bot password there. */
interface Asked extends AsyncDisposable {
  readonly apiUrl: string
  readonly options: ClientOptions
  readonly user: string
  readonly password: string
  readonly botUser: string
  readonly botPassword: string
}

const wikis: readonly [name: string, open: () => Promise<Asked>, skip: string | false][] = [
  ['MediaWiki', async () => ({ ...(await installMediaWiki()), options: {} }), noMediaWiki],
  ['Jeton', openJeton, false],
]

async function openJeton(): Promise<Asked> {
  const stopped = await stoppedWiki()
  return {
    apiUrl: 'http://127.0.0.1:8080/api.php',
    options: { fetch: stopped.wiki.fetch },
    ...{ user: alice.name, password: alice.password },
    ...{ botUser: alice.botName, botPassword: alice.botPassword },
    [Symbol.asyncDispose]: () => stopped[Symbol.asyncDispose](),
  }
}

for (const [name, open, skip] of wikis) {
  describe(`a client of ${name}`, { skip }, () => {
    let wiki: Asked
    before(async () => {
      wiki = await open()
    })
    after(() => wiki[Symbol.asyncDispose]())
    const openClient = (): Client => new Client(wiki.apiUrl, wiki.options)

    it('logs in with a bot password, takes a good token, and logs out', async () => {
      const client = openClient()
      assert.equal(await client.login(wiki.botUser, wiki.botPassword), wiki.user)
      const token = await client.getToken('csrf')
      const params = { action: 'checktoken', type: 'csrf', token } as const
      assert.equal((await client.get(params)).checktoken.result, 'valid')

      await client.logout()
      assert.equal((await client.getUserInfo()).anon, true)
      assert.equal((await client.get(params)).checktoken.result, 'invalid')
    })

    it('hears why a login failed', async () => {
      await assert.rejects(openClient().login(wiki.botUser, 'x'.repeat(32)), {
        name: 'ClientError',
        code: 'wrongpassword',
      })
    })

    it('saves preferences with a token that has become bad', async () => {
      const client = openClient()
      await client.login(wiki.user, wiki.password)
      await client.getToken('csrf')
      const { query } = await client.get({ action: 'query', meta: 'tokens', type: 'login' })
      const lgtoken = query?.tokens?.logintoken ?? ''
      const login = { lgname: wiki.user, lgpassword: wiki.password, lgtoken }
      await client.post({ action: 'login', ...login })

      await client.saveOptions({ gender: 'female', 'userjs-words': 'one|two' })
      const asked = { action: 'query', meta: 'userinfo', uiprop: 'options' } as const
      const options = { gender: 'female', 'userjs-words': 'one|two' }
      assert.partialDeepStrictEqual((await client.get(asked)).query?.userinfo, { options })
      await client.saveOptions({ gender: null, 'userjs-words': null })
      const defaults = { options: { gender: 'unknown' } }
      assert.partialDeepStrictEqual((await client.get(asked)).query?.userinfo, defaults)
    })

    it('hears errors in every format', async () => {
      for (const errorformat of ['bc', 'plaintext', 'wikitext', 'html', 'raw', 'none']) {
        for (const formatversion of [1, 2]) {
          const params = { action: 'checktoken', errorformat, formatversion }
          await assert.rejects(openClient().get<string>(params), (error) => {
            assert.ok(error instanceof ClientError)
            assert.equal(error.code, 'missingparam')
            assert.notEqual(error.problems[0]?.text, '')
            return true
          })
        }
      }
    })

    it('goes on as long as there is more', async () => {
      const params = { action: 'query', list: 'allusers', aulimit: 1 } as const
      const names: unknown[] = []
      for await (const { query } of openClient().getContinued(params)) {
        names.push(...(query?.allusers ?? []))
      }
      assert.ok(names.length > 0)
      assert.equal(new Set(names.map((each) => JSON.stringify(each))).size, names.length)
    })

    it('posts forms in parts', async () => {
      const params = { action: 'checktoken', type: 'csrf', token: 'é+\\' } as const
      const answer = await openClient().post(params, { multipart: true })
      assert.equal(answer.checktoken.result, 'invalid')
    })

    it('has things done only as long as it is who it was', async () => {
      const client = openClient()
      const asked = client.assertCurrentUser({ action: 'query' })
      await client.get(asked)
      await client.login(wiki.botUser, wiki.botPassword)
      await assert.rejects(client.get(asked), { code: 'assertanonfailed' })
      await client.get(client.assertCurrentUser({ action: 'query' }))
    })
  })
}
