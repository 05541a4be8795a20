import { type Html, html } from '../../messages/html.ts'
import { escapeWikitext } from '../../messages/say.ts'
import { codeAbout } from '../../result/error-codes.ts'
import { errorsOf } from '../documentation/errors-of.ts'
import { pageAddress } from '../documentation/page-address.ts'
import { wikitextToHtml } from '../documentation/wikitext.ts'
import { sayWords, wordsOf } from '../documentation/words.ts'
import type { Described } from '../module.ts'
import type { HelpContext } from './help-context.ts'

/** What MediaWiki's own page does not tell: the errors of a module, what became of it, and where to read more. */
export function moduleNotes(module: Described, context: HelpContext): Html {
  return html`${errors(module, context)}${history(module, context)}${links(module, context)}`
}

function errors(module: Described, { say }: HelpContext): Html | undefined {
  const rows = errorsOf(module).map(
    ({ key, params = [], about, legacyCode }) =>
      html`<tr><td><code>${codeAbout(key, about)}</code></td><td>${legacyCode && html`<code>${legacyCode}</code>`}</td><td>${say(key, ...params)}</td></tr>
`,
  )
  if (rows.length === 0) return undefined
  return html`<div class="apihelp-block apihelp-errors"><div class="apihelp-block-head">${say('api-help-errors')}</div><div class="apihelp-table" role="group" aria-label="${say('api-help-errors')}" tabindex="0"><table><thead><tr><th>${say('api-help-errors-code')}</th><th>${say('api-help-errors-legacycode')}</th><th>${say('api-help-errors-info')}</th></tr></thead><tbody>${rows}</tbody></table></div></div>
`
}

function history({ history }: Described, { say }: HelpContext): Html | undefined {
  if (history.length === 0) return undefined
  const items = history.map(({ version, param, change }) => {
    const what = param === undefined ? '' : `<var>${escapeWikitext(param)}</var>`
    return html`<li>${say(`api-help-history-${change}`, escapeWikitext(version), what)}</li>`
  })
  return html`<div class="apihelp-block apihelp-history"><div class="apihelp-block-head">${say('api-help-history')}</div><ul>${items}</ul></div>
`
}

function links(module: Described, context: HelpContext): Html | undefined {
  if (module.links.length === 0) return undefined
  const { say, language, settings, addressOf } = context
  const items = module.links.map(({ target, summary }) => {
    const words = sayWords(wordsOf(summary, `apihelp-${module.path}-link`, []), language)
    return html`<li><a href="${pageAddress(target, settings)}" dir="ltr">${target}</a> — ${wikitextToHtml(words, addressOf)}</li>`
  })
  return html`<div class="apihelp-block apihelp-links"><div class="apihelp-block-head">${say('api-help-links')}</div><ul>${items}</ul></div>
`
}
