import { type Html, html } from '../../messages/html.ts'
import { languages, spokenLanguage } from '../../messages/languages.ts'
import { localUrl, readQuery } from '../local-url.ts'
import type { FrameContext } from './frame.ts'

/** What stands below every page: the languages that it speaks, and what serves it. */
export function footer(context: FrameContext): Html {
  const { text, say, addressOf } = context.call
  return html`<footer id="footer" class="mw-footer">
<nav aria-label="${text('pages-languages')}"><ul id="footer-languages">${languages.map((code) => language(code, context))}</ul></nav>
<ul id="footer-places"><li><a href="${addressOf('Special:Version')}">${say('version')}</a></li></ul>
</footer>`
}

function language(code: (typeof languages)[number], { call, title }: FrameContext): Html {
  const { params, settings, say } = call
  const name = say(`api-help-language-${code}`)
  if (spokenLanguage(call.language) === code) {
    return html`<li><b lang="${code}">${name}</b></li>`
  }
  const address = localUrl(title, settings, { ...readQuery(params), uselang: code })
  return html`<li><a href="${address}" lang="${code}" hreflang="${code}">${name}</a></li>`
}
