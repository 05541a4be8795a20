import { type Html, html } from '../../messages/html.ts'
import type { HelpContext } from './help-context.ts'

/** Leads from the documentation to the pages of the wiki, in its language. */
export function otherPages({ say, pageOf }: HelpContext): Html {
  return html`<nav class="hlist apihelp-places" aria-label="${String(say('api-help-places'))}"><ul><li><a href="${pageOf('Main Page')}">${say('mainpage')}</a></li><li><a href="${pageOf('Special:ApiSandbox')}">${say('apisandbox')}</a></li></ul></nav>
`
}
