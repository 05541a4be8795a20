import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type Document, JSDOM } from 'jsdom'
import { createWiki, defineModule, type OpenWiki, type WikiOptions } from '../index.ts'
import { modules } from './index.ts'

const origin = 'http://127.0.0.1:8080'

async function fetchText(query: string, options: WikiOptions = {}): Promise<string> {
  await using wiki: OpenWiki = createWiki(options)
  const response = await wiki.fetch(new Request(`${origin}/w/api.php${query}`))
  return response.text()
}

async function openHelp(query: string, options?: WikiOptions): Promise<Document> {
  return new JSDOM(await fetchText(`?action=help&${query}`, options)).window.document
}

/** What elements say, with plain spaces for those at which a line must not break. */
function texts(page: Document, selectors: string): readonly string[] {
  const found = [...page.querySelectorAll(selectors)]
  return found.map(({ textContent }) => textContent.replaceAll('\u00a0', ' '))
}

describe('action=help', () => {
  it('is what one gets who asks for nothing', async () => {
    const page = new JSDOM(await fetchText('')).window.document
    assert.deepEqual(texts(page, 'h2.apihelp-header#main'), ['Main module'])
    const ids = [...page.querySelectorAll('[id^="main/"]')].map((found) => found.getAttribute('id'))
    assert.ok(ids.includes('main/datatype/boolean') && ids.includes('main/credits'))
  })

  it('leads to the pages of the wiki, in its own language', async () => {
    const page = await openHelp('modules=logout&uselang=fr')
    const links = [...page.querySelectorAll('.apihelp-places a')]
    assert.deepEqual(
      links.map((link) => [link.textContent, link.getAttribute('href')]),
      [
        ['Accueil', '/index.php?title=Main_Page&uselang=fr'],
        ['Bac à sable de l’API', '/index.php?title=Special:ApiSandbox&uselang=fr'],
      ],
    )
  })

  it('tells of logout all that its document tells', async () => {
    const page = await openHelp('modules=logout')
    assert.deepEqual(texts(page, '.apihelp-flags li'), [
      'This module requires write rights.',
      'This module only accepts POST requests.',
      'Source: MediaWiki',
      'License: GPL-2.0-or-later',
      'Since MediaWiki 1.12',
    ])
    assert.deepEqual(texts(page, '.apihelp-linktrail'), ['(main | logout)', 'main'])
    assert.deepEqual(texts(page, '.apihelp-parameters dt'), ['global', 'token'])
    assert.deepEqual(texts(page, '.apihelp-parameters dd').slice(-2), [
      'A “csrf” token retrieved from action=query&meta=tokens',
      'This parameter is required.',
    ])
    assert.deepEqual(texts(page, '.apihelp-examples a'), [
      'api.php?action=logout&token=123ABC',
      '[open in sandbox]',
    ])
    assert.deepEqual(texts(page, '.apihelp-answer pre'), ['{}'])
    assert.deepEqual(texts(page, '.apihelp-history li'), [
      'v1.34: added token',
      'v1.47: added global',
    ])
    const links = [...page.querySelectorAll('.apihelp-links a')].map((a) => a.getAttribute('href'))
    assert.deepEqual(links, [
      'https://phabricator.wikimedia.org/T25227',
      'https://phabricator.wikimedia.org/T222626',
    ])
    const [missing] = texts(page, '.apihelp-errors tbody tr')
    assert.equal(missing, 'missingparamnotokenThe token parameter must be set.')
  })

  it('tells of checktoken all that its document tells, in French', async () => {
    const page = await openHelp('modules=checktoken&uselang=fr')
    assert.equal(page.documentElement.lang, 'fr')
    const [sandbox] = page.querySelectorAll('.apihelp-examples a[href*="ApiSandbox"]')
    const address = '/index.php?title=Special:ApiSandbox&uselang=fr#action=checktoken'
    assert.ok(sandbox?.getAttribute('href')?.startsWith(address))
    assert.ok(texts(page, '.apihelp-flags li').includes('Depuis MediaWiki 1.25'))
    assert.deepEqual(texts(page, '.apihelp-parameters > dl > dt'), ['type', 'token', 'maxtokenage'])
    assert.deepEqual(texts(page, '.apihelp-parameters dd.info'), [
      'Ce paramètre est obligatoire.',
      'Une des valeurs suivantes : createaccount, csrf, deleteglobalaccount, login, patrol, rollback, setglobalaccountstatus, userrights, watch',
      'Ce paramètre est obligatoire.',
      'Type : entier',
    ])
    assert.deepEqual(texts(page, '.apihelp-examples dt'), ['Vérifier un jeton CSRF.'])
    assert.match(texts(page, '.apihelp-answer pre')[0] ?? '', /"result": "invalid"/)
    assert.deepEqual(texts(page, '.apihelp-errors tbody tr').slice(0, 3), [
      'missingparamnotypeLe paramètre type doit être défini.',
      'badvalueunknown_typeValeur non reconnue du paramètre type : ###.',
      'missingparamnotokenLe paramètre token doit être défini.',
    ])
  })

  it('says nothing in English to who wants French', async () => {
    const page = await openHelp('recursivesubmodules=1&toc=1&uselang=fr')
    for (const found of page.querySelectorAll('kbd, samp, code, var, pre, a, [lang="en"]')) {
      found.remove()
    }
    const prose = page.querySelector('#mw-content-text')?.textContent ?? ''
    assert.doesNotMatch(prose, /\b(?:the|of|which|this|and|with|values|default|is)\b/i)
  })

  it('needs nothing from elsewhere, and no script', async () => {
    const page = await openHelp('recursivesubmodules=1')
    assert.equal(page.querySelectorAll('script, link, img, iframe').length, 0)
  })

  it('has each id once, and no link within the page that leads nowhere', async () => {
    const page = await openHelp('recursivesubmodules=1&toc=1')
    const ids = [...page.querySelectorAll('[id]')].map((found) => found.getAttribute('id') ?? '')
    assert.equal(new Set(ids).size, ids.length)
    const targets = [...page.querySelectorAll('a[href^="#"]')].map((a) => a.getAttribute('href'))
    assert.deepEqual(
      targets.filter((target) => !ids.includes(target?.slice(1) ?? '')),
      [],
    )
  })

  it('shows what is under a module only when asked to', async () => {
    const names = async (query: string): Promise<readonly string[]> =>
      texts(await openHelp(query), '.apihelp-module-name')
    assert.deepEqual(await names('modules=query'), ['action=query'])
    const under = await names('modules=query&submodules=1')
    assert.ok(under.includes('meta=tokens') && under.includes('meta=userinfo (ui)'))
    assert.ok(!(await names('submodules=1')).includes('meta=tokens'))
    assert.ok((await names('recursivesubmodules=1')).includes('meta=tokens'))
  })

  it('documents a module that a program adds, in its own words or without any', async () => {
    const params = {
      fruit: { type: ['apple', 'banana'], required: true, summary: { en: 'A <fruit>' } },
    } as const
    const summary = { en: 'Peels & cuts', fr: 'Épluche' }
    const examples = [{ query: 'action=peel&fruit=apple', summary: { en: 'Peel one' } }]
    const peel = defineModule({ name: 'peel', summary, examples, params, answer: () => ({}) })
    const cut = defineModule({
      name: 'cut',
      params: { depth: { type: 'integer' } },
      answer: () => ({}),
    })
    const page = await openHelp('modules=main|peel|cut&uselang=fr', { modules: { peel, cut } })
    const text = page.querySelector('#mw-content-text')?.textContent ?? ''
    assert.match(text, /Épluche/)
    assert.match(text, /A <fruit>/)
    assert.match(text, /Peel one/)
    assert.ok(texts(page, '.apihelp-empty').includes('(sans description)'))
    assert.ok(page.querySelector('a[href="#peel"]') !== null)

    // Every object of JavaScript has a `constructor`, but nobody speaks it.
    const other = await openHelp('modules=peel&uselang=constructor', { modules: { peel } })
    assert.match(other.querySelector('#mw-content-text')?.textContent ?? '', /Peels & cuts/)
  })

  it('ends no comment where a client wants it to', async () => {
    const body = await fetchText('?action=help&toc[]=1&errorformat=raw&requestid=--%3E')
    assert.equal(body.indexOf('-->'), body.lastIndexOf('-->'))
  })

  it('mixes up no pages that it remembers, whatever they differ in', async () => {
    const peel = defineModule({ name: 'peel', params: {}, answer: () => ({}) })
    const wikis: readonly WikiOptions[] = [
      {},
      { settings: { LanguageCode: 'fr' } },
      { settings: { ScriptPath: '/my' } },
      { modules: { ...modules, logout: peel } },
    ]
    const asked = [
      ...['logout', 'logout&toc=1', 'logout&uselang=fr', 'logout&uselang=de', 'query'],
      ...['logout|login', 'login|logout', '%1flogout|login', 'query&submodules=1'],
    ]
    for (const options of wikis) {
      await using wiki = createWiki(options)
      for (const modules of [...asked, ...asked]) {
        const query = `?action=help&modules=${modules}`
        const response = await wiki.fetch(new Request(`${origin}/w/api.php${query}`))
        assert.equal(await response.text(), await fetchText(query, options), modules)
      }
    }
  })

  it('shows what a test has set, and afterwards what the wiki has', async () => {
    await using wiki = createWiki({ testMode: true })
    const ask = async (config: string): Promise<string> => {
      const headers = { 'x-test-config': config }
      const address = `${origin}/api.php?action=help&modules=logout`
      return (await wiki.fetch(new Request(address, { headers }))).text()
    }
    for (const Sitename of ['One', 'Two', 'One']) {
      assert.match(await ask(JSON.stringify({ Sitename })), new RegExp(` - ${Sitename}</title>`))
      assert.match(await ask('{}'), / - Jeton<\/title>/)
    }
  })
})
