import { type Html, html } from '../messages/html.ts'
import { say } from '../messages/say.ts'
import { wikitextToHtml } from '../modules/documentation/wikitext.ts'
import type { Problem } from '../result/problem.ts'
import type { PageCall } from './page.ts'

/** Says what the API found wrong, in the language of the page. */
export function sayProblems(problems: readonly Problem[], { language, addressOf }: PageCall): Html {
  const said = problems.map(({ message }) =>
    wikitextToHtml(say(message, language, 'wikitext'), addressOf),
  )
  const [only, ...others] = said
  return only !== undefined && others.length === 0
    ? only
    : html`<ul>${said.map((each) => html`<li>${each}</li>`)}</ul>`
}
