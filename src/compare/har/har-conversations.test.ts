import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { HarEntry } from './har.ts'
import { harConversations } from './har-conversations.ts'

const token = `${'0123456789abcdef'.repeat(2)}6a0c1b2d+\\`
const form = 'application/x-www-form-urlencoded; charset=UTF-8'

function entry(url: string, answer: unknown, posted?: string, mimeType = form): HarEntry {
  const postData = posted === undefined ? null : { mimeType, text: posted, params: [] }
  const content = { text: typeof answer === 'string' ? answer : JSON.stringify(answer) }
  const method = postData ? 'POST' : 'GET'
  return { request: { method, url, headers: [], postData }, response: { content } }
}

const api = 'https://wiki.example/w/api.php'
const gives = entry(`${api}?action=query&meta=tokens`, { query: { tokens: { csrftoken: token } } })
const encoded = encodeURIComponent(token)

describe('a HAR file', () => {
  it('is replayed with its methods, addresses, forms and content types', () => {
    const [{ name, steps } = { name: '', steps: [] }] = harConversations(
      [entry(`${api}?action=query&format=json`, {}), entry(api, {}, 'action=query')],
      false,
    )
    assert.equal(name, api)
    assert.deepEqual(steps, [
      { method: 'GET', query: 'action=query&format=json' },
      { method: 'POST', body: 'action=query', type: form },
    ])
  })

  it('has one conversation for each api.php, and nothing else', () => {
    const other = 'https://other.example/api.php'
    const found = harConversations(
      [gives, entry('https://wiki.example/', ''), entry(other, {})],
      false,
    )
    assert.deepEqual(
      found.map(({ name, steps }) => [name, steps.length]),
      [
        [api, 1],
        [other, 1],
      ],
    )
  })

  it("sends the other wiki's token where an earlier answer gave this one", () => {
    const [found] = harConversations(
      [gives, entry(api, {}, `action=logout&token=${encoded}`)],
      false,
    )
    assert.deepEqual(found?.steps[0]?.remember, { 'token1.1': 'query.tokens.csrftoken' })
    assert.equal(found?.steps[1]?.body, 'action=logout&token={token1.1}')
  })

  it('finds tokens in answers that are no JSON, and puts them into forms of any kind', () => {
    const xml = entry(`${api}?action=query&format=xml`, `<tokens csrftoken="${token}" />`)
    const part = `--b\r\nContent-Disposition: form-data; name="token"\r\n\r\n${token}\r\n--b--`
    const [found] = harConversations(
      [xml, entry(api, {}, part, 'multipart/form-data; boundary=b')],
      false,
    )
    assert.deepEqual(found?.steps[0]?.remember, { 'token1.1': 'token:0' })
    assert.equal(found?.steps[1]?.body, part.replace(token, '{token1.1}'))
  })

  it('leaves out what needs a token from before the file, and says so', () => {
    const entries = [entry(api, {}), entry(api, {}, `action=logout&token=${encoded}`), gives]
    const [found] = harConversations(entries, false)
    assert.equal(found?.steps.length, 2)
    assert.deepEqual(
      found?.leftOut.map(({ at, needs }) => [at, needs]),
      [[1, 'a token that no earlier answer of the file gives']],
    )
  })

  it('asks about the other wiki where it asked about its own, and takes braces for braces', () => {
    const query = `action=query&titles={x}&url=${encodeURIComponent('https://wiki.example/a b')}`
    const [found] = harConversations([entry(`${api}?${query}`, {})], false)
    assert.match(found?.steps[0]?.query ?? '', /titles=%7Bx\}&url=\{origin\}%2Fa%20b$/)
  })

  it('lets another user log in if one is given', () => {
    const login = entry(api, {}, `action=login&lgname=Eve&lgpassword=apple-pie`)
    const bodies = [false, true].map(
      (replaces) => harConversations([login], replaces)[0]?.steps[0]?.body,
    )
    assert.deepEqual(bodies, [
      'action=login&lgname=Eve&lgpassword=apple-pie',
      'action=login&lgname={user}&lgpassword={password}',
    ])
  })
})
