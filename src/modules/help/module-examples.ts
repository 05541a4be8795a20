import { type Html, html } from '../../messages/html.ts'
import { wikitextToHtml } from '../documentation/wikitext.ts'
import { sayWords } from '../documentation/words.ts'
import { wordsOfExample } from '../documentation/words-of.ts'
import type { Described, Example } from '../module.ts'
import type { HelpContext } from './help-context.ts'

/** Requests to try, with a link to where they can be tried. */
export function moduleExamples(module: Described, context: HelpContext): Html | undefined {
  const { examples } = module
  if (examples.length === 0) return undefined
  return html`<div class="apihelp-block apihelp-examples"><div class="apihelp-block-head">${context.say('api-help-examples', examples.length)}</div><dl>${examples.map((example) => item(module, example, context))}</dl></div>
`
}

function item(module: Described, example: Example, context: HelpContext): Html {
  const { say, script, language, addressOf, sandboxOf } = context
  const { query, answer } = example
  const summary = wikitextToHtml(sayWords(wordsOfExample(module, example), language), addressOf)
  const encoded = query.replaceAll('|', '%7C').replaceAll('+', '%2B').replaceAll(' ', '%20')
  const shown =
    answer === undefined
      ? undefined
      : html`<dd class="apihelp-answer">${say('api-help-answer')}<pre>${JSON.stringify(answer, undefined, 4)}</pre></dd>`
  return html`<dt>${summary}</dt><dd><a href="${script}?${encoded}" dir="ltr" rel="nofollow">api.php?${query}</a> <a href="${sandboxOf(encoded)}"><small>[${say('api-help-open-in-sandbox')}]</small></a></dd>${shown}`
}
