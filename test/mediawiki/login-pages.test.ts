import assert from 'node:assert/strict'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { after, before, describe, it } from 'node:test'
import { PageVisitor, type SeenPage } from '../page-visitor.ts'
import { loginDeeds, type Person, passwordSteps } from './login-deeds.ts'
import { noMediaWiki } from './mediawiki.ts'
import { digest } from './page-digest.ts'
import { makeWithMediaWiki, type SharedWiki } from './shared-wiki.ts'

describe('the pages of logging in, beside those of MediaWiki', { skip: noMediaWiki }, () => {
  let wiki: SharedWiki
  before(async () => {
    wiki = await makeWithMediaWiki()
  })
  after(() => wiki[Symbol.asyncDispose]())

  const visit = (server: 'MediaWiki' | 'Jeton', visitor?: PageVisitor): PageVisitor => {
    const { origin } = new URL(wiki.apiUrls[server])
    return new PageVisitor(fetch, { origin, ...(visitor && { jar: visitor.jar }) })
  }
  const person = (server: string): Person => ({
    name: `${server} reader`,
    password: 'velvet-anchor-thicket',
  })

  it('have the same fields, lead to the same places and set the same cookies', async () => {
    const [theirs, ours] = [visit('MediaWiki'), visit('Jeton')]
    for (const [what, deed] of Object.entries(loginDeeds)) {
      const expected = digest(await deed(theirs, person('MediaWiki')))
      const found = digest(await deed(ours, person('Jeton')))
      assert.deepEqual({ what, ...found }, { what, ...expected })
    }
  })

  it('ask for another password in the same steps', async () => {
    const [theirs, ours] = [visit('MediaWiki'), visit('Jeton')]
    const begin = (pages: PageVisitor): Promise<SeenPage> => pages.open('Special:UserLogin')
    let [expected, found] = [await begin(theirs), await begin(ours)]
    for (const { what, expiredDays, sent } of passwordSteps) {
      if (expiredDays !== undefined) {
        expirePasswords(wiki, expiredDays)
        ;[expected, found] = [await begin(theirs), await begin(ours)]
      }
      expected = await theirs.submit(expected, sent(person('MediaWiki')))
      found = await ours.submit(found, sent(person('Jeton')))
      assert.deepEqual({ what, ...digest(found) }, { what, ...digest(expected) })
    }
  })

  for (const [here, there] of [
    ['MediaWiki', 'Jeton'],
    ['Jeton', 'MediaWiki'],
  ] as const) {
    it(`are good for both: who logs in on one of ${here} is logged in on those of ${there}`, async () => {
      const pages = visit(here)
      const { name, password } = person(there)
      const fields = { wpName: name, wpPassword: password }
      const done = await pages.submit(await pages.open('Special:UserLogin'), fields)
      assert.equal(done.status, 302)
      const other = await visit(there, pages).open('Special:Version')
      assert.equal(other.find('#pt-logout').length, 1)
    })
  }
})

/** Says in the table that all passwords were good until so many days ago. */
function expirePasswords({ dataFolder }: SharedWiki, days: number): void {
  using database = new DatabaseSync(join(dataFolder, 'wiki.sqlite'), { timeout: 5000 })
  const until = new Date(Date.now() - days * 86_400_000).toISOString()
  const time = until.replaceAll(/\D/g, '').slice(0, 14)
  database.prepare('UPDATE user SET user_password_expires = ?').run(time)
}
