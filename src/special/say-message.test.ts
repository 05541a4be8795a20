import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { stoppedWiki } from '../../test/stopped-wiki.ts'
import { readMarkup } from '../compare/read-markup.ts'

const reason =
  '<img src=x onerror="alert(1)"><script>alert(2)</script> [[Special:Version|see <b>here</b>]]'

/** The names of all elements of a part of a page. */
function elementsOf(html: string): readonly string[] {
  const found: string[] = []
  const walk = ({ name, inside }: ReturnType<typeof readMarkup>): void => {
    found.push(name)
    for (const each of inside) if (typeof each !== 'string') walk(each)
  }
  walk(readMarkup(html))
  return found.filter((name) => name !== '')
}

describe('sayMessage', () => {
  it('security 30: shows the reason of a block as it was typed, its links as links', async () => {
    await using stopped = await stoppedWiki()
    const { wiki } = stopped
    await wiki.createAccount({ name: 'Theo', password: 'velvet-anchor-thicket', groups: ['sysop'] })
    const theo = stopped.visitor()
    await theo.logIn('Theo', 'velvet-anchor-thicket')
    const token = await theo.token('csrf')
    const blocked = await theo.ask({
      ...{ action: 'block', user: '127.0.0.1', nocreate: '1', reason, token },
    })
    assert.equal(blocked.error, undefined)

    const page = await stopped.pages().open('Special:CreateAccount')
    const [, said = ''] = /<div id="mw-content-text"[^>]*>(.*)<\/main>/s.exec(page.html) ?? []
    assert.match(said, /&#60;img src=x onerror=&#34;alert\(1\)&#34;&#62;/)
    const elements = elementsOf(said)
    for (const name of ['img', 'script', 'b']) assert.ok(!elements.includes(name), name)
    assert.equal(page.find('#mw-content-text a[href=/wiki/Special:Version]').length, 1)
    assert.ok(page.find('#mw-content-text li').length >= 3)
  })
})
