import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Description } from '../../auth/manager/auth-request.ts'
import { listMessage, message, ownMessage } from '../../messages/message.ts'
import { messageSpeller } from './spell-message.ts'
import { codeOf } from './spell-reasons.ts'

const flaws = [ownMessage('one', { en: 'One' }), ownMessage('two', { en: 'Two' })]
const own = ownMessage('mine', { en: 'At $1 & <$2>', fr: 'À $1' }, { plaintext: '<b>' }, { num: 3 })

// biome-ignore format: a table
const rows: readonly { what: string; said: Description; html: string; wikitext: string; raw: unknown }[] = [
  { what: 'a name',          said: { text: 'A<b>' }, html: 'A&#60;b&#62;', wikitext: 'A<b>', raw: { key: '$1', params: ['A<b>'] } },
  { what: 'nobody\'s name',  said: { text: null },   html: '',             wikitext: '',     raw: { key: '$1', params: [null] } },
  { what: 'a program\'s own words', said: own, html: 'At &#60;b&#62; &#38; &#60;3&#62;', wikitext: 'At <b> & <3>', raw: { key: 'mine', params: [{ plaintext: '<b>' }, { num: 3 }] } },
  { what: 'a list of messages', said: listMessage(flaws), html: '<ul><li>One</li>\n<li>Two</li></ul>', wikitext: '* One\n* Two', raw: { key: '* $1\n* $2', params: ['One', 'Two'] } },
]

describe('messages of authentication', () => {
  for (const { what, said, html, wikitext, raw } of rows) {
    it(`spell ${what} in every format`, () => {
      const spell = (format: 'html' | 'wikitext' | 'raw') => messageSpeller(format, 'en')(said)
      assert.deepEqual(spell('html'), html)
      assert.deepEqual(spell('wikitext'), wikitext)
      assert.deepEqual(spell('raw'), raw)
      assert.equal(messageSpeller('none', 'en')(said), undefined)
    })
  }

  it('have paragraphs in HTML where there are several', () => {
    const said = ownMessage('two', { en: 'One\n\nTwo' })
    assert.equal(messageSpeller('html', 'en')(said), '<p>One\n</p><p>Two\n</p>')
  })

  it('have the code of a list where there are several', () => {
    assert.equal(codeOf(flaws), '___1____2')
    assert.equal(codeOf(flaws.slice(0, 1)), 'one')
    assert.equal(codeOf(message('apierror-badtoken')), 'badtoken')
  })
})
