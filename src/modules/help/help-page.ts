import { apiPage } from '../../format/page.ts'
import { type Html, html } from '../../messages/html.ts'
import { languages, spokenLanguage } from '../../messages/languages.ts'
import type { Described } from '../module.ts'
import { contents } from './contents.ts'
import { addressOfHelp, type HelpContext, type HelpPlace, helpContext } from './help-context.ts'
import { type Depth, type Section, sectionsOf, sectionToHtml } from './help-sections.ts'
import { otherPages } from './other-pages.ts'

/** What is wanted on a page of documentation. */
export interface HelpRequest {
  readonly modules: readonly Described[]
  readonly depth: Depth
  readonly hasContents: boolean
}

/** The page that documents some modules. */
export function helpPage({ modules, depth, hasContents }: HelpRequest, place: HelpPlace): string {
  const sections = sectionsOf(modules, depth)
  const shown = new Set(sections.flatMap(pathsOf))
  const context = helpContext(place, shown)
  const { say, settings } = context
  const address = `${settings.Server}${addressOfHelp(context.script, modules.map(({ path }) => path).join('|'))}`
  return apiPage({
    title: String(say('api-help-title')),
    siteName: settings.Sitename,
    language: spokenLanguage(context.language),
    body: html`${otherLanguages(address, context)}${otherPages(context)}<p>${say('api-help-lead')}</p><p>${say('api-help-lead-documentation')}</p>
${hasContents ? contents(sections, context) : undefined}${sections.map((section) => sectionToHtml(section, context))}`,
    footer: say(
      'api-help-retrieved',
      `<a dir="ltr" href="${html`${address}`}">${html`${address}`}</a>`,
    ),
  })
}

function pathsOf({ module, under }: Section): readonly string[] {
  return [module.path, ...under.flatMap(pathsOf)]
}

function otherLanguages(address: string, { say, language }: HelpContext): Html {
  const items = languages.map((code) => {
    const name = say(`api-help-language-${code}`)
    return spokenLanguage(language) === code
      ? html`<li><b lang="${code}">${name}</b></li>`
      : html`<li><a href="${address}&#38;uselang=${code}" lang="${code}" hreflang="${code}">${name}</a></li>`
  })
  return html`<nav class="hlist apihelp-languages" aria-label="${String(say('api-help-languages'))}"><ul>${items}</ul></nav>
`
}
