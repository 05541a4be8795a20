import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readSavedPage } from './saved-pages.ts'

const headings = ['Python', 'MediaWiki JS']

const text = `API:Greeting

Says hello.

Example code

Python

#!/usr/bin/python3

"""
    Greets

    MIT License
"""

PARAMS = {
    "name": "Ann"
}

MediaWiki JS[edit]

api.get( { name: 'Ann' } ).done( function ( data ) {

\tconsole.log( data );
} );

Paramètres d'hier

Code Info
`

const html = `<!DOCTYPE html>
<h1>API:Greeting</h1>
<pre>{ "greeting": "Hello" }</pre>
<div class="mw-heading"><h3 id="Python">Python</h3><span>[edit]</span></div>
<div class="mw-highlight"><pre><span></span><span class="kn">if</span> a <span>&lt;</span> b:
    <span class="nb">print</span>(<span>"Ann &amp; Bob"</span>)
</pre></div>
<h3><span class="mw-headline">MediaWiki JS</span><span class="mw-editsection">[edit]</span></h3>
<pre>api.get();</pre>
<pre>{ "greeting": "Hello" }</pre>
<h2>Possible errors</h2>
<pre>not a program</pre>
`

describe('readSavedPage', () => {
  it('finds the programs of a page saved as text, up to the next title', () => {
    const programs = readSavedPage(text, headings)
    assert.deepEqual([...programs.keys()], headings)
    assert.match(programs.get('Python') ?? '', /^#!.*MIT License.*}$/s)
    assert.match(programs.get('MediaWiki JS') ?? '', /^api\.get.*\n\n\tconsole.*}\s*\);$/s)
  })

  it('finds the same in a page with the line ends of Windows', () => {
    assert.deepEqual(
      readSavedPage(text.replaceAll('\n', '\r\n'), headings),
      readSavedPage(text, headings),
    )
  })

  it('finds the programs of a page saved as HTML, without its colours', () => {
    assert.deepEqual(
      readSavedPage(html, headings),
      new Map([
        ['Python', 'if a < b:\n    print("Ann & Bob")'],
        ['MediaWiki JS', 'api.get();'],
      ]),
    )
  })

  it('finds nothing in a page without programs', () => {
    assert.equal(readSavedPage('API:Greeting\n\nSays hello.\n', headings).size, 0)
  })
})
