import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { html } from './html.ts'

describe('html', () => {
  it('shows text as it is, between tags and in attributes', () => {
    const text = `<b a='1' c="2">&amp;`
    const escaped = '&#60;b a=&#39;1&#39; c=&#34;2&#34;&#62;&#38;amp;'
    assert.equal(
      String(html`<i title="${text}">${text}</i>`),
      `<i title="${escaped}">${escaped}</i>`,
    )
  })

  it('keeps HTML, joins lists, and leaves out what is not there', () => {
    const items = ['<', 2].map((item) => html`<li>${item}</li>`)
    assert.equal(String(html`<ul>${items}${undefined}</ul>`), '<ul><li>&#60;</li><li>2</li></ul>')
  })

  it('takes nothing for HTML that only looks like it', () => {
    // @ts-expect-error: an object of somebody else's making.
    assert.throws(() => html`${{ toString: () => '<b>' }}`)
  })
})
