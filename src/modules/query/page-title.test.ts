import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readSettings } from '../../settings/settings.ts'
import { readPageTitle } from './page-title.ts'

const wikipedia = {
  prefix: 'wikipedia',
  url: 'https://en.wikipedia.org/wiki/$1',
  api: '',
  wikiId: '',
  isLocal: false,
  isTranscludable: false,
}
const reading = { settings: readSettings({ Sitename: 'Our wiki' }), interwikis: [wikipedia] }

/** What a text means as a title: the namespace and the whole title, or why it is none. */
// biome-ignore format: a table
const titles = [
  ['foo',                 0, 'Foo'],
  ['_ foo _ bar_',        0, 'Foo bar'],
  [':foo',                0, 'Foo'],
  ['ßa',                  0, 'SSa'],
  ['a&amp;b',             0, 'A&b'],
  ['Foo::bar',            0, 'Foo::bar'],
  ['foo#part',            0, 'Foo'],
  ['talk:foo',            1, 'Talk:Foo'],
  ['TALK : foo',          1, 'Talk:Foo'],
  ['user_talk:foo',       3, 'User talk:Foo'],
  ['project:foo',         4, 'Our wiki:Foo'],
  ['our wiki talk:foo',   5, 'Our wiki talk:Foo'],
  ['image:foo',           6, 'File:Foo'],
  ['Talk:nothing:x',      1, 'Talk:Nothing:x'],
  ['special:x/y',        -1, 'Special:X/y'],
  ['User:2001:db8::01',   2, 'User:2001:DB8:0:0:0:0:0:1'],
  ['User:::1/64',         2, 'User:0:0:0:0:0:0:0:1/64'],
  ['User talk:::',        3, 'User talk:0:0:0:0:0:0:0:0'],
  ['User:010.0.00.1/32',  2, 'User:10.0.0.1/32'],
  ['User:001.2.3.4',      2, 'User:1.2.3.4'],
  ['User:001.2.3.4/08',   2, 'User:001.2.3.4/08'],
  ['User:1.2.3.04/33',    2, 'User:1.2.3.04/33'],
  ['User:1::-2::',        2, 'User:1::-2::'],
  ['User:::/129',         0, 'title-invalid-leading-colon'],
  ['#a',                  0, ''],
  [':#a',                 0, ''],
  ['&eacute;t',           0, 'Ét'],
  ['a&nosuch;',           0, 'title-invalid-characters'],
  ['User:1.2.3.4',        2, 'User:1.2.3.4'],
  ['wikipedia:foo',       0, 'wikipedia:foo'],
  ['WIKIPEDIA:talk:foo',  0, 'wikipedia:talk:foo'],
  ['wikipedia:',          0, 'wikipedia:'],
  ['',                    0, 'title-invalid-empty'],
  [':',                   0, 'title-invalid-empty'],
  ['Talk:',               0, 'title-invalid-empty'],
  ['Talk:#x',             0, 'title-invalid-empty'],
  ['::foo',               0, 'title-invalid-leading-colon'],
  ['Talk:User:x',         0, 'title-invalid-talk-namespace'],
  ['Talk:wikipedia:x',    0, 'title-invalid-talk-namespace'],
  ['a[b',                 0, 'title-invalid-characters'],
  ['a%41',                0, 'title-invalid-characters'],
  ['../a',                0, 'title-invalid-relative'],
  ['a~~~',                0, 'title-invalid-magic-tilde'],
  ['a\ufffd',             0, 'title-invalid-utf8'],
  ['é'.repeat(128),       0, 'title-invalid-too-long'],
] as const

describe('readPageTitle', () => {
  for (const [text, namespace, meaning] of titles) {
    it(`reads ${JSON.stringify(text.slice(0, 30))} as ${meaning}`, () => {
      const title = readPageTitle(text, reading)
      const found = 'key' in title ? [0, title.key] : [title.namespace, title.full]
      assert.deepEqual(found, [namespace, meaning])
    })
  }

  it('names the character that no title can hold, and the text itself', () => {
    const why = readPageTitle('a[b]', reading)
    assert.deepEqual('params' in why && why.params, ['[', 'a&#91;b&#93;'])
  })

  it('says to which wiki a prefix leads', () => {
    const title = readPageTitle('wikipedia:foo', reading)
    assert.equal('interwiki' in title && title.interwiki, wikipedia)
  })
})
