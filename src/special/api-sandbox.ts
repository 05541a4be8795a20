import { html } from '../messages/html.ts'
import { apiUrl } from '../settings/settings.ts'
import { button } from './forms/button.ts'
import { textArea } from './forms/text-area.ts'
import { definePage, type PageAnswer, type PageCall } from './page.ts'
import { sandboxMessages } from './sandbox-messages.ts'

const title = 'Special:ApiSandbox'

/** Where requests can be tried. A script makes a form of the modules; without one, a request can be written. */
export const apiSandbox = definePage({
  name: 'ApiSandbox',
  title: 'apisandbox',
  scripts: ['sandbox'],
  messages: sandboxMessages,

  answer(call): PageAnswer {
    const query = call.field('query')
    if (query !== '') return { redirect: addressOfRequest(query, call) }

    return {
      body: html`<p>${call.say('apisandbox-intro')}</p>
<div id="mw-apisandbox">${withoutScript(call)}</div>`,
    }
  },
})

function withoutScript({ say, settings, addressOf }: PageCall) {
  const label = say('pages-sandbox-nojs-query')
  const help = say('pages-sandbox-nojs-help', html`<code>action=query&amp;meta=siteinfo</code>`)
  return html`<div class="mw-apisandbox-nojs error"><p>${say('apisandbox-jsonly')}</p></div>
<form class="jeton-form" action="${settings.ScriptPath}/index.php" method="get"><input type="hidden" name="title" value="${title}"/>
${textArea({ id: 'sandbox-query', name: 'query', label, help, rows: 3 })}
<div class="mw-htmlform-submit-buttons">${button({ label: say('apisandbox-submit') })}</div>
</form>
<p><a href="${addressOf('Special:ApiHelp')}">${say('apihelp')}</a></p>`
}

/** The address of a request that was written by hand: its answer comes as a page unless it names a format. */
function addressOfRequest(query: string, { settings }: PageCall): string {
  const written = query.trim().replace(/^(?:https?:|\/|api\.php)[^?#]*[?#]/, '')
  // What an address cannot hold is encoded; what is encoded already is not.
  const encoded = written
    .toWellFormed()
    .replace(/[^\w.~!$&'()*+,;=:@/?%|[\]-]+/gu, encodeURIComponent)
  const hasFormat = /(?:^|&)format=/.test(encoded)
  return `${apiUrl(settings)}?${encoded}${hasFormat ? '' : '&format=jsonfm'}`
}
