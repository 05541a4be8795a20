import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { isWellFormed } from './well-formed.ts'

// biome-ignore format: a table
const right = [
  '', 'Olga', '<i>Olga</i>', '<br/>', '<br />', '<a b="c>" d=\'"\'/>', '<i ><b>x</b ></i>', '&amp;&eacute;&#65;&#x41;',
  '<!-- <i> -->', '<![CDATA[ <i> ]]>', '<?php echo 1 ?>', '<a:b c:d="&amp;"/>', 'a > b',
]
// biome-ignore format: a table
const wrong = [
  '<', '&', 'a & b', '&nonsense;', '&amp', '<i>', '</i>', '<i></b>', '<i><b></i></b>', '</i><i>', '<a b=c/>', '<a b/>', '<a b="<"/>',
  '<a b="&"/>', '<a b="1" b="2"/>', '<!-- a -- b -->', '<!--', '<![CDATA[', ']]>', '< i></i>', '<1/>', '\0', '<I></i>',
]

describe('isWellFormed', () => {
  for (const markup of right) {
    it(`lets ${markup || 'nothing'} be`, () => assert.equal(isWellFormed(markup), true))
  }

  for (const markup of wrong) {
    it(`finds fault with ${JSON.stringify(markup)}`, () =>
      assert.equal(isWellFormed(markup), false))
  }

  it('is done at once, whatever it reads', () => {
    const starts = ['<a b="" ', '<!--', '<i>', '&', '<a ', '<?a ', '<![CDATA[', '<a b ']
    for (const start of starts) assert.equal(isWellFormed(start.repeat(20_000)), false)
  })
})
