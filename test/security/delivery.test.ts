import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { alice, stoppedWiki } from '../stopped-wiki.ts'

const origin = 'http://127.0.0.1:8080'

const paths = {
  pages: ['/wiki/Main_Page', '/wiki/Nowhere', '/index.php?title=Special:UserLogout'],
  answers: [
    '/api.php',
    '/api.php?action=nonsense',
    '/api.php?action=query&meta=siteinfo&format=json',
    '/api.php?action=query&meta=siteinfo&format=xmlfm',
    '/api.php?action=help&modules=login',
  ],
  neither: ['/nowhere', '/resources/nothing', '/api.php/x.bat'],
} as const

describe('what other sites can make of a page or an answer', () => {
  for (const path of [...paths.pages, ...paths.answers]) {
    it(`security 27: is no frame of theirs: ${path}`, async () => {
      await using stopped = await stoppedWiki()
      const { headers } = await stopped.wiki.fetch(origin + path)
      assert.equal(headers.get('x-frame-options'), 'DENY')
      const isForPeople = headers.get('content-type')?.startsWith('text/html')
      const policy = headers.get('content-security-policy') ?? ''
      if (isForPeople) assert.match(policy, /(?:^|; )frame-ancestors 'none'(?:;|$)/)
    })
  }

  for (const path of Object.values(paths).flat()) {
    it(`security 27: is not taken for another type of file: ${path}`, async () => {
      await using stopped = await stoppedWiki()
      const { headers } = await stopped.wiki.fetch(origin + path)
      assert.equal(headers.get('x-content-type-options'), 'nosniff')
    })
  }

  for (const path of ['/x.bat', '/;x.bat', ';x.bat', '/x.html', '%2Fx.bat', '/..;/x.cmd']) {
    it(`security 28: is no download of a name that they choose: ${path}`, async () => {
      await using stopped = await stoppedWiki()
      const { status, headers } = await stopped.wiki.fetch(
        `${origin}/api.php${path}?callback=calc`,
        {
          redirect: 'manual',
        },
      )
      assert.ok(status === 404 || headers.get('location') === `${origin}/api.php?callback=calc`)
      assert.equal(headers.get('content-disposition'), null)
    })
  }

  it('security 28: is a file of the name that MediaWiki gives it', async () => {
    await using stopped = await stoppedWiki()
    for (const [format, name] of [
      ['json', 'api-result.json'],
      ['xml', 'api-result.xml'],
      ['jsonfm', 'api-result.html'],
    ]) {
      const { headers } = await stopped.wiki.fetch(
        `${origin}/api.php?action=query&format=${format}`,
      )
      assert.equal(headers.get('content-disposition'), `inline; filename=${name}`)
    }
  })
})

describe('a cache between a wiki and its visitors', () => {
  for (const path of ['/wiki/Main_Page', '/index.php?title=Special:UserLogout', '/wiki/Nowhere']) {
    it(`security 33: keeps no page, whoever asks for it: ${path}`, async () => {
      await using stopped = await stoppedWiki()
      const visitor = stopped.visitor()
      await visitor.logIn(alice.name, alice.password)
      for (const page of [
        await stopped.pages().get(path),
        await stopped.pages(visitor).get(path),
        await stopped.pages(visitor).get(`${path}${path.includes('?') ? '&' : '?'}smaxage=3600`),
      ]) {
        assert.match(page.headers.get('cache-control') ?? '', /^private, |^no-cache, no-store, /)
        assert.doesNotMatch(page.headers.get('cache-control') ?? '', /public|s-maxage/)
        assert.match(page.headers.get('vary') ?? '', /\bCookie\b/)
      }
    })
  }

  // biome-ignore format: a table
  const answers = [
    { asks: 'action=query&meta=userinfo',               kept: /^private, / },
    { asks: 'action=query&meta=tokens',                 kept: /^private, / },
    { asks: 'action=checktoken&type=csrf&token=x',      kept: /^private, / },
    { asks: 'action=nonsense',                          kept: /^private, / },
    { asks: 'action=query&meta=siteinfo&uselang=content', kept: /^s-maxage=3600, / },
  ]
  for (const { asks, kept } of answers) {
    it(`security 33: keeps only what is the same for all, even if a client asks for more: ${asks}`, async () => {
      await using stopped = await stoppedWiki()
      const { headers } = await stopped.wiki.fetch(
        `${origin}/api.php?${asks}&format=json&smaxage=3600&maxage=3600`,
      )
      assert.match(headers.get('cache-control') ?? '', kept)
      if (kept.source.includes('private')) {
        assert.doesNotMatch(headers.get('cache-control') ?? '', /public|s-maxage/)
      }
    })
  }
})

describe('who asks under the name of another host', () => {
  for (const path of [...paths.pages, ...paths.answers, '/', '/index.php?title=Special:logout']) {
    it(`security 34: is answered as anybody: ${path}`, async () => {
      await using stopped = await stoppedWiki()
      const spoofed = {
        host: 'evil.example',
        'x-forwarded-host': 'evil.example',
        forwarded: 'host=evil.example',
      }
      const [one, other] = await Promise.all(
        [{}, spoofed].map(async (headers) => {
          const response = await stopped.wiki.fetch(origin + path, { headers, redirect: 'manual' })
          const { status } = response
          const location = response.headers.get('location')
          return {
            status,
            location,
            cookies: response.headers.getSetCookie(),
            body: await response.text(),
          }
        }),
      )
      assert.deepEqual(other, one)
    })
  }
})
