import { type Html, html } from '../../messages/html.ts'
import { spokenLanguage } from '../../messages/languages.ts'
import type { MessageKey } from '../../messages/message.ts'
import { escapeWikitext, say as sayMessage } from '../../messages/say.ts'
import { helpUrl } from '../documentation/help-url.ts'
import { paragraphsToHtml } from '../documentation/wikitext.ts'
import type { HelpContext } from './help-context.ts'

const announcements =
  'https://lists.wikimedia.org/postorius/lists/mediawiki-api-announce.lists.wikimedia.org/'

const links = [
  ['api-help-main-link-documentation', helpUrl('Main_page')],
  ['api-help-main-link-etiquette', helpUrl('Etiquette')],
  ['api-help-main-link-faq', helpUrl('FAQ')],
  ['api-help-main-link-announcements', announcements],
] as const

/** Where more is to be read about the API. */
export function mainLinks({ say }: HelpContext): Html {
  const items = links.map(([key, address]) => html`<li><a href="${address}">${say(key)}</a></li>`)
  return html`<div class="hlist plainlinks api-main-links"><ul>${items}</ul></div>
`
}

/** The way to where requests can be tried. */
export function sandboxLink({ say }: HelpContext): Html {
  return html`<p class="mw-apisandbox-link">${say('api-help-main-testing')}</p>
`
}

const rights = ['writeapi', 'apihighlimits'] as const

/** The rights that matter to the API, and which groups have them. */
export function permissions({ say, settings, language }: HelpContext): Html {
  const groupsWith = (right: string): string => {
    const groups = Object.entries(settings.GroupPermissions).filter(([, may]) => may[right])
    const names = groups.map(([group]) =>
      group === '*' ? String(say('api-help-permissions-everybody')) : escapeWikitext(group),
    )
    return new Intl.ListFormat(spokenLanguage(language), { type: 'conjunction' }).format(names)
  }
  const items = rights.map(
    (right) =>
      html`<dt>${right}</dt><dd>${say(`api-help-right-${right}`)}</dd><dd>${say('api-help-permissions-granted-to', groupsWith(right))}</dd>`,
  )
  return html`<div class="apihelp-block apihelp-permissions"><div class="apihelp-block-head">${say('api-help-permissions')}</div><dl>${items}</dl></div>
`
}

/** The sections that follow the main module and all that is under it. */
export const mainSections = [
  { id: 'main/datatypes', heading: 'api-help-datatypes-header', text: 'api-help-datatypes' },
  {
    id: 'main/templatedparams',
    heading: 'api-help-templatedparams-header',
    text: 'api-help-templatedparams',
  },
  { id: 'main/credits', heading: 'api-help-credits-header', text: 'api-help-credits' },
] as const

const dataTypes = ['boolean', 'expiry', 'timestamp'] as const

/** What holds for all modules, and so stands once. */
export function mainNotes(context: HelpContext): Html {
  return html`${mainSections.map(({ id, heading, text }) => {
    const types = id === 'main/datatypes' ? typeList(context) : undefined
    return html`<h3 class="apihelp-header"><span class="mw-headline" id="${id}">${context.say(heading)}</span></h3>
${paragraphs(text, context)}${types}
`
  })}`
}

function typeList(context: HelpContext): Html {
  const items = dataTypes.map(
    (type) =>
      html`<dt id="main/datatype/${type}">${type}</dt><dd>${paragraphs(`api-help-datatype-${type}`, context)}</dd>`,
  )
  return html`<dl>${items}</dl>`
}

function paragraphs(key: MessageKey, { language, addressOf }: HelpContext): Html {
  return paragraphsToHtml(sayMessage({ key, params: [] }, language, 'wikitext'), addressOf)
}
