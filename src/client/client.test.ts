import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { alice, type StoppedWiki, stoppedWiki } from '../../test/stopped-wiki.ts'
import { Client, ClientError, type ClientOptions, type Problem } from './client.ts'

/** A client of a wiki in this process, and the actions (with the parameters that tests look at) that it asked for. */
function openClient({ wiki }: StoppedWiki, options: ClientOptions = {}) {
  const asked: string[] = []
  const fetch = async (input: URL, init: RequestInit): Promise<Response> => {
    const body = init.body instanceof URLSearchParams ? init.body : new URLSearchParams()
    const params = new Map([...input.searchParams, ...body])
    asked.push(`${init.method} ${params.get('action')} ${params.get('meta') ?? ''}`.trim())
    return wiki.fetch(input, init)
  }
  const client = new Client('http://127.0.0.1:8080/api.php', { fetch, ...options })
  return { client, asked }
}

/** Logs in again by hand: that makes a new session, of which the tokens that the client keeps know nothing. */
async function spoilTokens(client: Client): Promise<void> {
  const { query } = await client.get({ action: 'query', meta: 'tokens', type: 'login' })
  const login = { lgname: alice.name, lgpassword: alice.password }
  const lgtoken = query?.tokens?.logintoken ?? ''
  await client.post({ action: 'login', ...login, lgtoken })
}

async function codeOf(promise: Promise<unknown>): Promise<string> {
  const error = await promise.then(
    () => undefined,
    (error: unknown) => error,
  )
  return error instanceof ClientError ? error.code : `no ClientError but ${error}`
}

describe('a client', () => {
  it('logs in with a bot password, knows who it is, and logs out', async () => {
    await using stopped = await stoppedWiki()
    const { client } = openClient(stopped)
    assert.equal(await client.login(alice.botName, alice.botPassword), alice.name)
    assert.equal((await client.getUserInfo()).name, alice.name)
    assert.ok((await client.getUserInfo()).groups.includes('bot'))

    await client.logout()
    assert.equal((await client.getUserInfo()).anon, true)
  })

  it('throws the reason why a login failed', async () => {
    await using stopped = await stoppedWiki()
    const { client } = openClient(stopped)
    assert.equal(await codeOf(client.login(alice.botName, 'wrong')), 'wrongpassword')
  })

  it('gets answers with the types of the modules', async () => {
    await using stopped = await stoppedWiki()
    const { client } = openClient(stopped)
    const token = await client.getToken('csrf')
    const { checktoken } = await client.get({ action: 'checktoken', type: 'csrf', token })
    const result: 'expired' | 'invalid' | 'valid' = checktoken.result
    assert.equal(result, 'valid')
    const { query } = await client.get({
      ...{ action: 'query', meta: ['tokens', 'userinfo'], type: ['watch', 'login'] },
    })
    assert.match(query?.tokens?.logintoken ?? '', /\+\\$/)
  })

  it('asks for a token once, however many want it', async () => {
    await using stopped = await stoppedWiki()
    const { client, asked } = openClient(stopped)
    const tokens = await Promise.all(['csrf', 'edit', 'csrf'].map((type) => client.getToken(type)))
    assert.equal(new Set(tokens).size, 1)
    assert.deepEqual(asked, ['GET query tokens'])
  })

  it('lets one caller give up without disturbing the others', async () => {
    await using stopped = await stoppedWiki()
    const { client, asked } = openClient(stopped)
    const controller = new AbortController()
    const [first, second] = [
      client.getToken('csrf', { signal: controller.signal }),
      client.getToken('csrf'),
    ]
    controller.abort(new Error('enough'))
    await assert.rejects(first, /enough/)
    assert.equal(await second, '+\\')
    assert.equal(asked.length, 1)
  })

  it('does not begin what was given up before', async () => {
    await using stopped = await stoppedWiki()
    const { client } = openClient(stopped)
    const signal = AbortSignal.abort(new Error('never mind'))
    await assert.rejects(client.get({ action: 'query' }, { signal }), /never mind/)
  })

  it('tries once more with a new token when the wiki finds one bad', async () => {
    await using stopped = await stoppedWiki()
    const { client, asked } = openClient(stopped)
    await client.login(alice.name, alice.password)
    await client.getToken('csrf')
    await spoilTokens(client)

    asked.length = 0
    await client.saveOption('gender', 'female')
    assert.deepEqual(asked, ['POST options', 'GET query tokens', 'POST options'])
  })

  it('fetches one new token for all whose token has become bad', async () => {
    await using stopped = await stoppedWiki()
    const { client, asked } = openClient(stopped)
    await client.login(alice.name, alice.password)
    await client.getToken('csrf')
    await spoilTokens(client)

    asked.length = 0
    const changes = ['gender=female', 'gender=male', 'gender=unknown']
    await Promise.all(
      changes.map((change) => client.postWithToken('csrf', { action: 'options', change })),
    )
    assert.equal(asked.filter((request) => request === 'GET query tokens').length, 1)
    assert.equal(asked.length, 7)
  })

  it('waits no longer than it is told to', async () => {
    await using stopped = await stoppedWiki()
    const { client } = openClient(stopped, {
      timeoutSeconds: 0.01,
      fetch: (_, { signal }) =>
        new Promise((_, reject) => {
          signal?.addEventListener('abort', () => reject(signal.reason))
        }),
    })
    // Node would end before a timer that nothing else waits for.
    const awake = setInterval(() => undefined, 1000)
    await assert.rejects(client.get({ action: 'query' }), (error) => {
      assert.ok(error instanceof ClientError)
      assert.equal(error.code, 'http')
      assert.ok(error.cause instanceof DOMException)
      assert.equal(error.cause.name, 'TimeoutError')
      return true
    })
    clearInterval(awake)
  })

  it('tries no more than twice', async () => {
    await using stopped = await stoppedWiki()
    const asked: string[] = []
    const { client } = openClient(stopped, {
      fetch: async (_, { method = '' }) => {
        asked.push(method)
        const error = { code: 'badtoken', text: 'Bad.' }
        return Response.json(
          method === 'GET' ? { query: { tokens: { csrftoken: '+\\' } } } : { errors: [error] },
        )
      },
    })
    assert.equal(await codeOf(client.postWithToken('csrf', { action: 'logout' })), 'badtoken')
    assert.deepEqual(asked, ['GET', 'POST', 'GET', 'POST'])
  })

  it('remembers that a wiki has no tokens of a type', async () => {
    await using stopped = await stoppedWiki()
    const { client, asked } = openClient(stopped)
    assert.equal(await codeOf(client.getToken('nonsense')), 'token-missing')
    assert.equal(await codeOf(client.getToken('nonsense')), 'token-missing')
    assert.equal(asked.length, 1)
  })

  it('throws the errors of a wiki in every format', async () => {
    await using stopped = await stoppedWiki()
    const { client } = openClient(stopped)
    const refused = { action: 'nonsense<b>', curtimestamp: true }
    for (const errorformat of ['bc', 'plaintext', 'wikitext', 'html', 'raw', 'none']) {
      for (const formatversion of [1, 2]) {
        const asked = client.get({ ...refused, errorformat, formatversion })
        await assert.rejects(asked, (error) => {
          assert.ok(error instanceof ClientError)
          assert.equal(error.code, 'badvalue')
          assert.equal(error.response?.headers.get('mediawiki-api-error'), 'badvalue')
          const [{ text = '' } = {}] = error.problems
          // Version 1 does not tell what is HTML.
          const isPlain = ['bc', 'plaintext'].includes(errorformat)
          const isToldApart = errorformat === 'html' && formatversion === 2
          if (isPlain || isToldApart) assert.match(text, /nonsense<b>/)
          assert.notEqual(text, '')
          return true
        })
      }
    }
  })

  it('tells of warnings', async () => {
    await using stopped = await stoppedWiki()
    const warnings: Problem[] = []
    const { client } = openClient(stopped, { warn: (warning) => warnings.push(warning) })
    await client.get({ action: 'query', nonsense: 1 })
    await client.get({ action: 'query', nonsense: 1, errorformat: 'bc' })
    assert.deepEqual(
      warnings.map(({ code, module }) => `${code} ${module}`),
      ['unrecognizedparams main', 'warning main'],
    )
    assert.equal(warnings[0]?.text, warnings[1]?.text)
  })

  it('throws `http` where no API answers', async () => {
    await using stopped = await stoppedWiki()
    const answers = {
      'status 502 Bad Gateway': new Response('<h1>', { status: 502, statusText: 'Bad Gateway' }),
      'not JSON': new Response('<h1>Welcome'),
    }
    for (const [text, answer] of Object.entries(answers)) {
      const { client } = openClient(stopped, { fetch: async () => answer })
      await assert.rejects(client.get({ action: 'query' }), (error) => {
        assert.ok(error instanceof ClientError)
        assert.equal(error.code, 'http')
        assert.ok(error.message.includes(text))
        return true
      })
    }
    const { client } = openClient(stopped, { fetch: async () => Response.json(null) })
    assert.equal(await codeOf(client.get({ action: 'query' })), 'ok-but-empty')
  })

  it('saves preferences in as few requests as can be, one after the other', async () => {
    await using stopped = await stoppedWiki()
    const { client, asked } = openClient(stopped)
    await client.login(alice.name, alice.password)
    asked.length = 0
    await Promise.all([
      client.saveOptions({ gender: 'female', 'userjs-a': 'c|d', 'userjs-e=f': 'g' }),
      client.saveOption('gender', null),
    ])
    assert.deepEqual(asked, ['GET query tokens', 'POST options', 'POST options', 'POST options'])
    const { query } = await client.get({ action: 'query', meta: 'userinfo', uiprop: 'options' })
    assert.partialDeepStrictEqual(query?.userinfo, {
      options: { gender: 'unknown', 'userjs-a': 'c|d' },
    })
  })

  it('has things done only as long as it is who it was', async () => {
    await using stopped = await stoppedWiki()
    const { client } = openClient(stopped)
    await client.login(alice.botName, alice.botPassword)
    const params = client.assertCurrentUser({ action: 'options', change: 'gender=female' })
    assert.partialDeepStrictEqual(params, { assert: 'user', assertuser: alice.name })
    await stopped.wiki.database.deleteFrom('objectcache').execute()
    assert.equal(await codeOf(client.postWithToken('csrf', params)), 'assertuserfailed')
  })

  it('goes on as long as there is more', async () => {
    await using stopped = await stoppedWiki()
    for (const name of ['Bob', 'Carol', 'Dave']) {
      await stopped.wiki.createAccount({ name, password: alice.password })
    }
    const { client } = openClient(stopped)
    const names: unknown[] = []
    const params = { action: 'query', list: 'allusers', aulimit: 2 } as const
    for await (const { query } of client.getContinued(params))
      names.push(...(query?.allusers ?? []))
    assert.equal(names.length, 4)
  })

  it('sends files', async () => {
    const bodies: unknown[] = []
    const client = new Client('http://127.0.0.1:8080/api.php', {
      fetch: async (_, { body }) => {
        bodies.push(body)
        return Response.json({})
      },
    })
    await client.post({ action: 'upload', file: new Blob(['x']), token: 't' })
    const [form] = bodies
    assert.ok(form instanceof FormData)
    assert.deepEqual([...form.keys()].slice(-2), ['file', 'token'])
    await assert.rejects(client.get({ action: 'upload', file: new Blob([]) }), TypeError)
  })
})
