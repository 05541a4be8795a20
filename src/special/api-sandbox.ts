import { type Html, html } from '../messages/html.ts'
import { apiUrl } from '../settings/settings.ts'
import { buttons } from './forms/buttons.ts'
import { getForm } from './forms/get-form.ts'
import { textArea } from './forms/text-area.ts'
import { definePage, type PageAnswer, type PageCall } from './page.ts'
import { sandboxMessages } from './sandbox-messages.ts'

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

function withoutScript(call: PageCall): Html {
  const { say, addressOf } = call
  const label = say('pages-sandbox-nojs-query')
  const help = say('pages-sandbox-nojs-help', html`<code>action=query&amp;meta=siteinfo</code>`)
  const query = textArea({ id: 'sandbox-query', name: 'query', label, help, rows: 3 })
  return html`<div class="mw-apisandbox-nojs error"><p>${say('apisandbox-jsonly')}</p></div>
${getForm({ title: 'Special:ApiSandbox', body: [query, buttons({ label: say('apisandbox-submit') })] }, call)}<p><a href="${addressOf('Special:ApiHelp')}">${say('apihelp')}</a></p>`
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
