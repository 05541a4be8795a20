import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { createWiki } from '../index.ts'
import english from './en.json' with { type: 'json' }
import french from './fr.json' with { type: 'json' }
import { type MessageKey, type MessageParam, message, plaintext } from './message.ts'
import { say } from './say.ts'

const keys = Object.keys(english).sort()
const languages: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  en: english,
  fr: french,
}

describe('the message files', () => {
  it('hold no text that is empty, and no markup that nobody reads', () => {
    for (const texts of Object.values(languages)) {
      for (const [key, text] of Object.entries(texts)) {
        assert.match(text, /\w/, key)
        const plain = text
          .replace(/\{\{PLURAL:\$\d\|[^{}|]+\|[^{}|]+\}\}/g, '')
          .replace(/<(var|kbd)>[^<>]*<\/\1>/g, '')
          .replace(/\[\[[^[\]|]+\]\]/g, '')
          .replace(/<https:[^<>]*>/g, '')
        assert.doesNotMatch(plain, /[{}]|<|>|\[\[|\]\]/, key)
      }
    }
  })

  it('hold no message that nobody says', () => {
    const folder = join(import.meta.dirname, '..')
    const code = globSync('**/*.ts', { cwd: folder, exclude: ['**/*.test.ts'] })
      .map((file) => readFileSync(join(folder, file), 'utf8'))
      .join('\n')
    assert.deepEqual(
      keys.filter((key) => !code.includes(`'${key}'`)),
      [],
    )
  })
})

function sayPlural(count: MessageParam, language: string): string {
  return say(message('apierror-maxlag-generic', count), language, 'plaintext')
}

/** A message that says what it is given, and nothing else of interest. */
function sayValue(value: MessageParam, format: 'html' | 'plaintext' | 'wikitext'): string {
  return say(message('apierror-mustpostparams', value, 1), 'en', format)
    .replace('The parameter ', '')
    .replace(' must be in the body of a POST, not in the address.', '')
}

const evil = `<script>alert('"&amp;$1{{PLURAL:$1|a|b}}[[x]]')</script><kbd>`

describe('say', () => {
  it('counts as English does', () => {
    // biome-ignore format: a table
    const rows: [number, string][] = [
      [0, '0 seconds'], [1, '1 second'], [2, '2 seconds'], [-1, '-1 second'], [1.5, '1.5 seconds'], [1_000_000, '1000000 seconds'],
    ]
    for (const [count, words] of rows) {
      assert.ok(sayPlural(count, 'en').endsWith(`${words}.`))
      assert.ok(sayPlural({ num: count }, 'en').endsWith(`${words}.`))
    }
  })

  it('counts as French does: nothing, and one and a half, are singular', () => {
    // biome-ignore format: a table
    const rows: [number, string][] = [
      [0, '0 seconde'], [1, '1 seconde'], [1.5, '1.5 seconde'], [2, '2 secondes'], [1_000_000, '1000000 secondes'],
    ]
    for (const [count, words] of rows) {
      assert.ok(sayPlural(count, 'fr').endsWith(`${words} de retard.`))
      assert.ok(sayPlural(count, 'fr-ca').endsWith(`${words} de retard.`))
    }
  })

  it('speaks the nearest language that it knows, by the rules of that language', () => {
    // biome-ignore format: a table
    const rows = [
      { language: 'en',      speaks: 'English' }, { language: 'fr',         speaks: 'French' },
      { language: 'en-gb',   speaks: 'English' }, { language: 'fr-ca',      speaks: 'French' },
      { language: 'de',      speaks: 'English' }, { language: 'fr-x-y-z',   speaks: 'French' },
      { language: 'frp',     speaks: 'English' }, { language: 'zh-hans',    speaks: 'English' },
      { language: 'a',       speaks: 'English' }, { language: '1',          speaks: 'English' },
      { language: '-',       speaks: 'English' }, { language: '',           speaks: 'English' },
      { language: '-fr',     speaks: 'English' }, { language: 'abcdefghij', speaks: 'English' },
      { language: 'ar',      speaks: 'English' }, { language: 'x'.repeat(255), speaks: 'English' },
      { language: 'constructor', speaks: 'English' }, { language: '__proto__', speaks: 'English' },
    ]
    const list: MessageParam = { list: ['a', 'b', 'c'], type: 'text' }
    for (const { language, speaks } of rows) {
      const text = say(message('apierror-mustpostparams', list, 2), language, 'plaintext')
      const words =
        speaks === 'French' ? 'Les paramètres a, b et c doivent' : 'The parameters a, b, and c must'
      assert.ok(text.startsWith(words), `${language}: ${text}`)
    }
  })

  it('says lists, with gaps or without', () => {
    const words = (list: ReadonlyMap<string, string> | readonly string[], type: 'comma' | 'text') =>
      sayValue({ list, type }, 'plaintext')
    assert.equal(words([], 'comma'), '')
    assert.equal(words(['a'], 'comma'), 'a')
    assert.equal(words(['a', 'b', 'c'], 'comma'), 'a, b, c')
    assert.equal(words(['a'], 'text'), 'a')
    assert.equal(words(['a', 'b'], 'text'), 'a and b')
    assert.equal(
      words(
        new Map([
          ['0', 'a'],
          ['7', 'b'],
        ]),
        'comma',
      ),
      'a, b',
    )
  })

  it('shows what somebody typed as it was typed, and takes none of it for markup', () => {
    const escaped =
      '&#60;script&#62;alert(&#39;&#34;&#38;amp;$1{{PLURAL:$1|a|b}}[[x]]&#39;)&#60;/script&#62;&#60;kbd&#62;'
    for (const wrap of [
      plaintext,
      (text: string): MessageParam => ({ list: [plaintext(text)], type: 'comma' }),
      (text: string): MessageParam => ({ list: new Map([['3', plaintext(text)]]), type: 'text' }),
    ]) {
      assert.equal(sayValue(wrap(evil), 'html'), escaped)
      assert.equal(sayValue(wrap(evil), 'plaintext'), evil)
      assert.equal(sayValue(wrap(evil), 'wikitext'), evil)
    }
    assert.equal(sayValue(evil.replace('&amp;', ''), 'html'), escaped.replace('&#38;amp;', ''))
  })

  it('shows what was escaped for wiki markup as it was before', () => {
    const given = '&#60;b&#62; &#38;amp; a_&#95;b'
    assert.equal(sayValue(given, 'wikitext'), given)
    assert.equal(sayValue(given, 'plaintext'), '<b> &amp; a__b')
    assert.equal(sayValue(given, 'html'), '&#60;b&#62; &#38;amp; a__b')
  })

  it('makes links of titles in HTML, and quotes of tags without it', () => {
    const text = message('apiwarn-deprecation-login-botpw')
    assert.match(
      say(text, 'en', 'html'),
      /<a href="\/wiki\/Special:BotPasswords">Special:BotPasswords<\/a>/,
    )
    assert.match(
      say(text, 'en', 'wikitext'),
      /\[\[Special:BotPasswords\]\].*<kbd>action=clientlogin<\/kbd>/,
    )
    assert.match(say(text, 'en', 'plaintext'), /\[\[Special:BotPasswords\]\].*"action=clientlogin"/)
  })

  it('says nothing for a value that is missing', () => {
    assert.equal(
      say(message('apierror-mustbeposted'), 'en', 'plaintext'),
      'The module "" must be asked by POST.',
    )
  })

  it('takes no time for a million characters', () => {
    // Not by the clock: others may use the machine meanwhile.
    const start = process.cpuUsage()
    for (const sign of ['<', '[[', '$1', '&#60;', '{{PLURAL:$1|']) {
      for (const format of ['html', 'plaintext', 'wikitext'] as const) {
        say(
          message('apierror-mustbeposted', plaintext(sign.repeat(1_000_000 / sign.length))),
          'fr',
          format,
        )
        say(message('apierror-mustbeposted', sign.repeat(1_000_000 / sign.length)), 'fr', format)
      }
    }
    assert.ok(process.cpuUsage(start).user < 5_000_000)
  })
})

interface Spoken {
  readonly error?: { readonly info: string }
  readonly errors?: readonly {
    readonly text?: string
    readonly html?: string
    readonly key?: MessageKey
  }[]
  readonly uselang?: string
  readonly errorlang?: string
}

async function ask(query: string): Promise<Spoken> {
  await using wiki = createWiki()
  const response = await wiki.fetch(
    new Request(
      `http://127.0.0.1:8080/api.php?action=checktoken&type=csrf&format=json&formatversion=2&${query}`,
    ),
  )
  assert.equal(response.status, 200)
  return JSON.parse(await response.text())
}

const inEnglish = /^The (?:<var>|")token(?:<\/var>|") parameter must be set\.$/
const inFrench = /^Le paramètre (?:<var>|")token(?:<\/var>|") doit être défini\.$/

describe('an error', () => {
  // biome-ignore format: a table
  const rows = [
    { query: 'errorformat=plaintext',                              speaks: inEnglish },
    { query: 'errorformat=plaintext&uselang=fr',                   speaks: inFrench },
    { query: 'errorformat=html&uselang=fr',                        speaks: inFrench },
    { query: 'errorformat=plaintext&uselang=FR',                   speaks: inFrench },
    { query: 'errorformat=plaintext&uselang=fr-ca',                speaks: inFrench },
    { query: 'errorformat=plaintext&uselang=de',                   speaks: inEnglish },
    { query: 'errorformat=plaintext&uselang=a',                    speaks: inEnglish },
    { query: 'errorformat=plaintext&uselang=123',                  speaks: inEnglish },
    { query: 'errorformat=plaintext&uselang=-',                    speaks: inEnglish },
    { query: 'errorformat=plaintext&uselang=%2e%2e/fr',            speaks: inEnglish },
    { query: 'errorformat=plaintext&uselang=',                     speaks: inEnglish },
    { query: 'errorformat=plaintext&uselang=content',              speaks: inEnglish },
    { query: 'errorformat=plaintext&uselang=fr&errorlang=en',      speaks: inEnglish },
    { query: 'errorformat=plaintext&uselang=fr&errorlang=content', speaks: inEnglish },
    { query: 'errorformat=plaintext&uselang=fr&errorlang=uselang', speaks: inFrench },
    { query: 'errorformat=plaintext&errorlang=fr',                 speaks: inFrench },
    { query: 'errorformat=html&errorlang=fr',                      speaks: inFrench },
    { query: 'errorformat=html&uselang=en',                        speaks: inEnglish },
  ]
  for (const { query, speaks } of rows) {
    it(`speaks ${speaks === inFrench ? 'French' : 'English'} with ${query}`, async () => {
      const { errors: [error] = [] } = await ask(query)
      assert.match(error?.html ?? error?.text ?? '', speaks)
      assert.equal(error?.html !== undefined, query.includes('html'))
    })
  }

  it('stays English in the old format', async () => {
    for (const query of ['uselang=fr', 'errorformat=bc&uselang=fr&errorlang=fr']) {
      assert.match((await ask(query)).error?.info ?? '', inEnglish)
    }
  })

  it('says in which languages it and the answer speak', async () => {
    const asked = await ask('errorformat=plaintext&uselang=fr-ca&errorlang=de&responselanginfo=')
    assert.deepEqual([asked.uselang, asked.errorlang], ['fr-ca', 'de'])
    const old = await ask('uselang=fr&responselanginfo=')
    assert.deepEqual([old.uselang, old.errorlang], ['fr', 'en'])
  })

  it('shows what was typed, but never as markup', async () => {
    const typed = '[[Alice]]<b>&amp;<kbd>$1'
    const query = `action=${encodeURIComponent(typed)}`
    const html = await ask(`errorformat=html&${query}`)
    assert.ok(html.errors?.[0]?.html?.endsWith(': [[Alice]]&#60;b&#62;&#38;amp;&#60;kbd&#62;$1.'))
    const plain = await ask(`errorformat=plaintext&${query}`)
    assert.ok(plain.errors?.[0]?.text?.endsWith(`: ${typed}.`))
    assert.ok((await ask(query)).error?.info.endsWith(`: ${typed}.`))
  })
})
