import { Html, html } from '../../messages/html.ts'
import type { ParamSpec } from '../../params/param-spec.ts'
import { wordsToHtml, wordsToInlineHtml } from '../documentation/spell-words.ts'
import { wordsOfDynamicParams, wordsOfParam } from '../documentation/words-of.ts'
import type { Described } from '../module.ts'
import type { HelpContext } from './help-context.ts'
import { paramFacts } from './param-facts.ts'

/** The parameters of a module: what each is for, and which values it takes. */
export function moduleParams(module: Described, context: HelpContext): Html | undefined {
  const params = Object.entries(module.params)
  if (params.length === 0) return undefined

  const { say } = context
  const others =
    module.group !== undefined &&
    html`<div class="apihelp-block-header">${say('api-help-parameters-generic')}</div>`
  const items = params.map(([name, spec]) => param(module, name, spec, context))
  return html`<div class="apihelp-block apihelp-parameters"><div class="apihelp-block-head">${say('api-help-parameters', params.length)}</div>${others || undefined}<dl>${items}${dynamicParams(module, context)}</dl></div>
`
}

/** Those that are there only at times have no names to tell. */
function dynamicParams(module: Described, { language, addressOf }: HelpContext): Html | undefined {
  const words = wordsOfDynamicParams(module)
  if (words.length === 0) return undefined
  return html`<dt>*</dt><dd class="description">${new Html(wordsToInlineHtml(words, language, addressOf))}</dd>
`
}

function param(module: Described, name: string, spec: ParamSpec, context: HelpContext): Html {
  const { language, addressOf, say } = context
  const said = wordsToHtml(wordsOfParam(module, name, spec), language, addressOf)
  const words =
    String(said) === ''
      ? html`<span class="apihelp-empty">${say('api-help-param-no-description')}</span>`
      : said
  const deprecated =
    spec.deprecated &&
    html`<dd class="info"><strong class="apihelp-deprecated">${say('api-help-param-deprecated-label')}</strong></dd>`
  const facts = paramFacts(module, spec, context).map((fact) => html`<dd class="info">${fact}</dd>`)
  return html`<dt><span dir="ltr" lang="en">${module.prefix}${name}</span></dt>${deprecated}<dd class="description">${words}</dd>${facts}
`
}
