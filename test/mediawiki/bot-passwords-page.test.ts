import assert from 'node:assert/strict'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, it } from 'node:test'
import { type FormFields, PageVisitor, type SeenPage } from '../page-visitor.ts'
import { Visitor } from '../visitor.ts'
import { noMediaWiki } from './mediawiki.ts'
import { makeWithMediaWiki, type SharedWiki } from './shared-wiki.ts'

const form = '#mw-botpasswords-form'
const list = 'Special:BotPasswords'

/** What is done, one after the other: on which page, and what is filled in. */
// biome-ignore format: a table
const deeds: readonly { what: string; page: string; fill?: FormFields }[] = [
  { what: 'look at the list',            page: list },
  { what: 'name none',                   page: list,               fill: { wpappId: '' } },
  { what: 'name one that is too long',   page: list,               fill: { wpappId: 'ä'.repeat(17) } },
  { what: 'name one',                    page: list,               fill: { wpappId: 'the tool' } },
  { what: 'look at a new one',           page: `${list}/the_tool` },
  { what: 'forge the form',              page: `${list}/the_tool`, fill: { op: 'create', wpEditToken: '+\\' } },
  { what: 'choose nonsense',             page: `${list}/the_tool`, fill: { op: 'create', 'wpgrants[]': ['grant-editpage', 'grant-nonsense'] } },
  { what: 'allow it from nonsense',      page: `${list}/the_tool`, fill: { op: 'create', 'wpgrants[]': ['grant-editpage'], wprestrictions: '127.0.0.1\nnonsense' } },
  { what: 'allow it from nowhere',       page: `${list}/the_tool`, fill: { op: 'create', wprestrictions: '' } },
  { what: 'change one that is not there', page: `${list}/the_tool`, fill: { op: 'update' } },
  { what: 'cancel',                      page: `${list}/the_tool`, fill: { op: 'cancel' } },
  { what: 'ask for nonsense',            page: `${list}/the_tool`, fill: { op: 'nonsense' } },
  { what: 'make it',                     page: `${list}/the_tool`, fill: { op: 'create', 'wpgrants[]': ['grant-highvolume', 'grant-editpage'], wprestrictions: '127.0.0.1\r\n2001:db8::/32\r\n' } },
  { what: 'make it again',               page: `${list}/the_tool`, fill: { op: 'create' } },
  { what: 'look at it',                  page: `${list}/the_tool` },
  { what: 'change it',                   page: `${list}/the_tool`, fill: { op: 'update', 'wpgrants[]': ['grant-basic', 'grant-patrol'], wprestrictions: '0.0.0.0/0' } },
  { what: 'reset it',                    page: `${list}/the_tool`, fill: { op: 'update', wpresetPassword: '1' } },
  { what: 'see it in the list',          page: list },
  { what: 'delete it',                   page: `${list}/the_tool`, fill: { op: 'delete' } },
  { what: 'delete it again',             page: `${list}/the_tool`, fill: { op: 'delete' } },
  { what: 'give it too long a name',     page: `${list}/${'x'.repeat(33)}` },
]

describe('Special:BotPasswords beside that of MediaWiki', { skip: noMediaWiki }, () => {
  it('has the same fields and the same flow, and writes the same rows', async () => {
    await using wiki = await makeWithMediaWiki()
    const [theirs, ours] = [await doAll(wiki, 'MediaWiki'), await doAll(wiki, 'Jeton')]
    assert.deepEqual(ours, theirs)
  })

  it('makes bot passwords that are good at the other', async () => {
    await using wiki = await makeWithMediaWiki()
    for (const [here, there] of [
      ['MediaWiki', 'Jeton'],
      ['Jeton', 'MediaWiki'],
    ] as const) {
      const pages = await logIn(wiki, here)
      const page = await pages.open(`${list}/${here}`)
      const made = await pages.submit(page, { op: 'create' }, form)
      const [secret = ''] = /\b[0-9a-v]{32}\b/.exec(made.text('#mw-content-text') ?? '') ?? []
      const name = `${wiki.accounts.user}@${here}`
      for (const [lgname, lgpassword] of [
        [name, secret],
        [wiki.accounts.user, `${here}@${secret}`],
      ] as const) {
        const program = new Visitor(fetch, wiki.apiUrls[there])
        await program.logIn(lgname, lgpassword)
        // What is changed on the page of one ends the sessions of both.
        assert.equal(await program.whoAmI(), wiki.accounts.user)
        await pages.submit(await pages.open(`${list}/${here}`), { op: 'update' }, form)
        assert.equal(await program.whoAmI(), undefined)
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
  let row = findRow(wiki)
  for (const { what, page, fill } of deeds) {
    const shown = await pages.open(page)
    const answer = fill === undefined ? shown : await pages.submit(shown, fill, form)
    const before = row
    row = findRow(wiki)
    seen.push({
      what,
      ...describePage(answer),
      row: row?.columns,
      newToken: row?.token !== before?.token,
      newPassword: row?.password !== before?.password,
    })
  }
  return seen
}

/** What a program could notice of the page: not its words and its looks. */
function describePage(page: SeenPage) {
  const [leadsTo] = /Special:[^&]*$/.exec(page.location ?? '') ?? []
  const fields = page.find(`${form} input`).filter(({ attributes }) => attributes.has('name'))
  return {
    status: page.status,
    leadsTo,
    fields: fields.map(({ attributes }) => describeField(attributes)).toSorted(),
    text: page.find(`${form} textarea`).map(({ attributes }) => describeField(attributes)),
    typed: page.fieldsOf(form)['wprestrictions'],
    buttons: page.find(`${form} button[name=op]`).map(({ attributes }) => attributes.get('value')),
    tellsPassword: /\b[0-9a-v]{32}\b/.test(page.text('#mw-content-text') ?? ''),
    links: page
      .find(`${form} a`)
      .map(({ attributes }) => /BotPasswords\/\w+/.exec(attributes.get('href') ?? '')?.[0])
      .filter((link) => link !== undefined),
  }
}

/** A field of a form, with all that decides what is sent. */
function describeField(attributes: ReadonlyMap<string, string>): string {
  const told = ['type', 'name', 'value', 'checked', 'disabled', 'required', 'maxlength', 'rows']
  const isToken = attributes.get('name') === 'wpEditToken'
  return told
    .filter((name) => attributes.has(name) && !(isToken && name === 'value'))
    .map((name) => (isFlag(name) ? name : `${name}=${attributes.get(name)}`))
    .filter((said) => said !== 'value=')
    .join(' ')
}

function isFlag(name: string): boolean {
  return ['checked', 'disabled', 'required'].includes(name)
}

/** The row of the bot password; what chance decides is apart. */
function findRow({ dataFolder }: SharedWiki) {
  using database = new DatabaseSync(join(dataFolder, 'wiki.sqlite'), { timeout: 5000 })
  const query = "SELECT * FROM bot_passwords WHERE bp_app_id LIKE 'the%'"
  const [row, ...others] = database.prepare(query).all()
  assert.deepEqual(others, [])
  if (row === undefined) return undefined

  const { bp_token: token, bp_password: password, bp_grants: grants, ...columns } = row
  assert.match(String(token), /^[0-9a-f]{32}$/)
  // MediaWiki may write a grant twice.
  const distinct = [...new Set<unknown>(JSON.parse(String(grants)))]
  const kind = String(password).split(':').slice(0, 5)
  return { token, password, columns: { ...columns, distinct, kind } }
}
