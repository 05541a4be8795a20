import assert from 'node:assert/strict'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, it } from 'node:test'
import { type FormFields, PageVisitor, type SeenPage } from '../page-visitor.ts'
import { Visitor } from '../visitor.ts'
import { noMediaWiki } from './mediawiki.ts'
import { makeWithMediaWiki, type SharedWiki } from './shared-wiki.ts'

const form = '#mw-prefs-form'
const title = 'Special:Preferences'

/** What is done, one after the other: what is filled in where. */
// biome-ignore format: a table
const deeds: readonly { what: string; fill: FormFields; reset?: true }[] = [
  { what: 'save it as it is',     fill: {} },
  { what: 'choose everything',    fill: { wplanguage: 'fr', wpgender: 'female', wpdate: 'ISO 8601', wprealname: 'Ada <b>' } },
  { what: 'choose no language',   fill: { wplanguage: 'zz', wpgender: 'male' } },
  { what: 'choose no date',       fill: { wpdate: 'nonsense' } },
  { what: 'forge it',             fill: { wpgender: 'male', wpEditToken: '+\\' } },
  { what: 'choose a time zone',   fill: { wptimecorrection: 'Offset|120' } },
  { what: 'choose another',       fill: { wptimecorrection: 'ZoneInfo|60|Europe/Paris' } },
  { what: 'type hours',           fill: { wptimecorrection: 'other', 'wptimecorrection-other': '05:30' } },
  { what: 'choose the server’s',  fill: { wptimecorrection: 'System|0' } },
  { what: 'choose the default',   fill: { wpgender: 'unknown' } },
  { what: 'reset, unconfirmed',   fill: {}, reset: true },
  { what: 'reset',                fill: { wpconfirm: '1' }, reset: true },
  { what: 'have no real name',    fill: { wprealname: '' } },
]

describe('Special:Preferences beside that of MediaWiki', { skip: noMediaWiki }, () => {
  it('has the same fields and the same flow, and writes the same rows', async () => {
    await using wiki = await makeWithMediaWiki()
    const [theirs, ours] = [await doAll(wiki, 'MediaWiki'), await doAll(wiki, 'Jeton')]
    assert.deepEqual(ours, theirs)
  })

  it('says on one that the other has saved', async () => {
    await using wiki = await makeWithMediaWiki()
    for (const [here, there] of [
      ['MediaWiki', 'Jeton'],
      ['Jeton', 'MediaWiki'],
    ] as const) {
      const pages = await logIn(wiki, here)
      await pages.submit(await pages.open(title), { wpgender: 'male' }, form)
      const { origin } = new URL(wiki.apiUrls[there])
      const others = new PageVisitor(fetch, { origin, jar: pages.jar })
      for (const notices of [1, 0]) {
        assert.equal((await others.open(title)).find('.mw-message-box-success').length, notices)
      }
    }
  })
})

async function logIn(wiki: SharedWiki, where: keyof SharedWiki['apiUrls']): Promise<PageVisitor> {
  const url = wiki.apiUrls[where]
  const visitor = new Visitor(fetch, url)
  await visitor.logIn(wiki.accounts.user, wiki.accounts.password)
  return new PageVisitor(fetch, { origin: new URL(url).origin, jar: visitor.jar })
}

async function doAll(wiki: SharedWiki, where: keyof SharedWiki['apiUrls']) {
  const pages = await logIn(wiki, where)
  const seen = []
  for (const { what, fill, reset } of deeds) {
    const page = await pages.open(reset ? `${title}/reset` : title)
    const answer = await pages.submit(page, fill, reset ? '#mw-content-text form' : form)
    const back = answer.location === undefined ? undefined : await pages.follow(answer)
    const language = back?.find('html')[0]?.attributes.get('lang')
    seen.push({ what, ...describePage(answer), back: back && describePage(back), language })
    seen.push(findRows(wiki))
  }
  return seen
}

/** What a program could notice of the page, of the fields that both have. */
function describePage(page: SeenPage) {
  const fields = page.fieldsOf(form)
  const isSaved = page.find('.mw-message-box-success').length > 0
  const { wplanguage, wpgender, wpdate, wprealname, title: hidden } = fields
  return {
    status: page.status,
    leadsTo: /Special:[^&]*$/.exec(page.location ?? '')?.[0],
    // What is no language is not in the list, so that the first of it is chosen.
    fields: { hidden, wpgender, wpdate, wprealname, ...(isSaved && { wplanguage }) },
    isSaved,
  }
}

function findRows({ dataFolder }: SharedWiki) {
  using database = new DatabaseSync(join(dataFolder, 'wiki.sqlite'), { timeout: 5000 })
  const preferences = 'SELECT up_property, up_value FROM user_properties ORDER BY up_property'
  return {
    preferences: database.prepare(preferences).all(),
    names: database.prepare('SELECT user_real_name FROM user').all(),
  }
}
