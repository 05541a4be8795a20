import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { findElements } from './find-elements.ts'
import { readMarkup, textOf } from './read-markup.ts'

const page = readMarkup(`<!DOCTYPE html>
<html class="a b" lang=en><head><meta charset="utf-8"><script>if (1 < 2) "</p>"</script></head>
<body><!-- <pre>no</pre> --><div id='x' data-y><p>One<br>two &amp; <b>three</b></div><div>4</div></body></html>`)

describe('markup', () => {
  // biome-ignore format: a table
  const selections = [
    ['html.a.b[lang=en] > body > div', 2],
    ['div#x[data-y] b',                1],
    ['body > b',                       0],
    ['pre',                            0],
    ['head > div',                     0],
  ] as const
  for (const [selector, count] of selections) {
    it(`has ${selector} ${count} times`, () => {
      assert.equal(findElements(page, selector).length, count)
    })
  }

  it('has the text that a reader sees', () => {
    const [first] = findElements(page, 'div#x')
    assert.equal(first && textOf(first), 'Onetwo & three')
  })
})
