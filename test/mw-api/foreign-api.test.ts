import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import { openOurs } from './open-mw.ts'
import { startRecording } from './recording-server.ts'

describe('mw.ForeignApi', async () => {
  const other = await startRecording()
  after(() => other[Symbol.asyncDispose]())
  const origin = 'http://wiki.test'
  const { Api, ForeignApi } = await openOurs(origin)
  const url = `${other.url}/w/api.php`
  const asked = [
    ['action', 'query'],
    ['format', 'json'],
  ]

  it('tells the other wiki in the address which origin asks', async () => {
    other.expect([{ json: {} }])
    await new ForeignApi(url).get({})
    const [seen] = other.takeSeen()
    assert.deepEqual(seen?.query, [...asked, ['origin', origin]])
  })

  it('tells so in the address of what is posted as well', async () => {
    other.expect([{ json: {} }])
    await new ForeignApi(url).post({ token: 't' })
    const [seen] = other.takeSeen()
    assert.deepEqual(seen?.query, [['origin', origin]])
    assert.deepEqual(seen?.body, [...asked, ['origin', origin], ['token', 't']])
  })

  it('asks as nobody where it is told to', async () => {
    other.expect([{ json: {} }])
    await new ForeignApi(url, { anonymous: true }).get({})
    assert.deepEqual(other.takeSeen()[0]?.query.at(-1), ['origin', '*'])
  })

  it('does not tell of an origin that is the same', async () => {
    const same = await openOurs(other.url)
    other.expect([{ json: {} }])
    await new same.ForeignApi(url).get({})
    assert.deepEqual(other.takeSeen()[0]?.query, asked)
  })

  it('has tokens of its own for each wiki', async () => {
    other.expect([{ json: { query: { tokens: { csrftoken: 'x+\\' } } } }])
    assert.equal(await new ForeignApi(url).getToken('csrf'), 'x+\\')
    assert.equal(await new ForeignApi(url).getToken('csrf'), 'x+\\')
    assert.equal(other.takeSeen().length, 1)
  })

  it('has what gadgets give to every mw.Api', () => {
    Object.assign(Api.prototype, { greet: () => 'Hello' })
    const foreign = new ForeignApi(url)
    assert.ok(foreign instanceof Api)
    assert.equal('greet' in foreign && 'getToken' in foreign, true)
  })

  it('needs an address', () => {
    assert.throws(() => new ForeignApi(''), TypeError)
  })
})
