import { type Html, html } from '../../messages/html.ts'
import { type LinkAddress, paragraphsToHtml, wikitextToHtml } from './wikitext.ts'
import { sayWords, type Words } from './words.ts'

/** Spells words as HTML: paragraphs, and a list of what is said of single values. */
export function wordsToHtml(
  words: readonly Words[],
  language: string,
  addressOf: LinkAddress,
): Html {
  const general = words.filter(({ forValue }) => forValue === undefined)
  const ofValues = words.flatMap(({ forValue, ...about }) =>
    forValue === undefined ? [] : [{ forValue, text: sayWords(about, language) }],
  )
  const items = ofValues.map(
    ({ forValue, text }) =>
      html`<dt><span dir="ltr" lang="en">${wikitextToHtml(forValue, addressOf)}</span></dt>
<dd>${wikitextToHtml(text, addressOf)}</dd>
`,
  )
  const said = general.map((about) => sayWords(about, language)).join('\n\n')
  const list = items.length === 0 ? undefined : html`<dl>${items}</dl>`
  return html`${paragraphsToHtml(said, addressOf)}${list}`
}

/** Like `wordsToHtml`, but without a paragraph's tags around what is one paragraph. */
export function wordsToInlineHtml(
  words: readonly Words[],
  language: string,
  addressOf: LinkAddress,
): string {
  const text = String(wordsToHtml(words, language, addressOf))
  const [, only] = /^<p>(.*)<\/p>$/s.exec(text) ?? []
  return only === undefined || only.includes('<p>') ? text : only
}

/** Spells words as wiki markup, with what is said of single values as a definition list. */
export function wordsToWikitext(words: readonly Words[], language: string): string {
  const texts = words.map(({ forValue, ...about }) => {
    const text = sayWords(about, language)
    return forValue === undefined
      ? `${text}\n\n`
      : `;<span dir="ltr" lang="en">${forValue}</span>:${text}\n`
  })
  return texts.join('').trimEnd()
}
