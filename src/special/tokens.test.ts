import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { PageVisitor, SeenPage } from '../../test/page-visitor.ts'
import { alice, type StoppedWiki, stoppedWiki } from '../../test/stopped-wiki.ts'

async function explain(pages: PageVisitor, wpToken: string): Promise<SeenPage> {
  return pages.submit(await pages.open('Special:Tokens'), { wpToken })
}

async function person(made: StoppedWiki) {
  const visitor = made.visitor()
  await visitor.logIn(alice.name, alice.password)
  return { visitor, pages: made.pages(visitor) }
}

describe('Special:Tokens', () => {
  it('says of a good token what it is good for, and when it was made', async () => {
    await using made = await stoppedWiki()
    const { visitor, pages } = await person(made)
    const seen = await explain(pages, await visitor.token('watch'))
    assert.match(seen.text('#jeton-token') ?? '', /good in your session/)
    assert.equal(seen.text('#jeton-token dd code'), 'watch')
    const [made1] = seen.find('#jeton-token time')
    assert.equal(made1?.attributes.get('datetime'), '2026-01-01T12:00:00Z')
    assert.equal(seen.headers.get('cache-control')?.includes('no-store'), true)
  })

  it('says why a token is not good, and what was probably meant', async () => {
    await using made = await stoppedWiki()
    const { visitor, pages } = await person(made)
    const token = await visitor.token('csrf')
    const spoiled = await explain(pages, token.replace('+\\', '%2B%5C'))
    assert.match(spoiled.text('#jeton-token li') ?? '', /percent-encoded/)
    assert.equal(spoiled.text('#jeton-token dd code'), token)

    const nobodys = await explain(pages, '+\\')
    assert.match(nobodys.text('#jeton-token li') ?? '', /not logged in, and you are/)
    const nobody = await explain(made.pages(), token)
    assert.match(nobody.text('#jeton-token li') ?? '', /without the cookies/)
  })

  it('names another session of the same user that a token was given to, and nobody else’s', async () => {
    await using made = await stoppedWiki()
    await made.wiki.createAccount({ name: 'Bob', password: 'granite-whisper-lamp' })
    const program = made.visitor()
    await program.logIn(alice.botName, alice.botPassword)
    const token = await program.token('csrf')
    const { pages } = await person(made)
    const own = await explain(pages, token)
    assert.equal(own.find('#jeton-token li').length, 1)
    assert.match(own.text('#jeton-token li') ?? '', /another of your sessions/)
    assert.match(own.text('#jeton-token dd') ?? '', /bot password sweeper/)

    const bob = made.visitor()
    await bob.logIn('Bob', 'granite-whisper-lamp')
    const others = await explain(made.pages(bob), token)
    assert.doesNotMatch(others.html, /sweeper|another of your sessions/)
  })

  it('says when one logged in, and which types of tokens there are', async () => {
    await using made = await stoppedWiki()
    const { pages } = await person(made)
    const seen = await pages.open('Special:Tokens')
    assert.match(seen.text('#mw-content-text') ?? '', /as Alice, since 12:00, 1 January 2026/)
    assert.equal(seen.find('tbody tr').length, 9)
    assert.equal(seen.find('#jeton-token').length, 0)
  })

  it('security 9: begins no session, and explains a form that has grown old', async () => {
    await using made = await stoppedWiki()
    const rows = () => made.wiki.database.selectFrom('objectcache').selectAll().execute()
    const before = await rows()
    const pages = made.pages()
    const form = await pages.open('Special:Tokens')
    const seen = await pages.submit(form, { wpToken: 'mellow', wpEditToken: 'old' })
    assert.match(seen.text('#jeton-token li') ?? '', /does not look like a token/)
    assert.deepEqual([...form.setCookies, ...seen.setCookies], [])
    assert.deepEqual(await rows(), before)
  })

  it('security 14: reads no token from the address, and shows what it was given as text', async () => {
    await using made = await stoppedWiki()
    const pages = made.pages()
    const evil = `"><script>alert(1)</script>`
    const linked = await pages.open('Special:Tokens', { wpToken: evil })
    assert.equal(linked.find('#jeton-token').length, 0)
    const [empty] = linked.find('#wpToken')
    assert.equal(empty?.attributes.get('value'), undefined)
    const address = `http://127.0.0.1:8080/index.php?title=Special:Tokens&wpToken=abc`
    const inAddress = await made.wiki.fetch(address, { method: 'POST' })
    assert.doesNotMatch(await inAddress.text(), /id="jeton-token"/)
    const posted = await explain(pages, evil)
    assert.doesNotMatch(posted.html, /<script>alert/)
    const [field] = posted.find('#wpToken')
    assert.equal(field?.attributes.get('value'), evil)
  })

  it('speaks French', async () => {
    await using made = await stoppedWiki()
    const pages = made.pages()
    const seen = await pages.open('Special:Tokens', { uselang: 'fr' })
    assert.equal(seen.text('h1'), 'Inspecteur de jetons')
  })
})
