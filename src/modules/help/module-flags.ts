import { type Html, html } from '../../messages/html.ts'
import { escapeWikitext } from '../../messages/say.ts'
import type { Described } from '../module.ts'
import type { HelpContext } from './help-context.ts'

/** What a module needs and allows, where it comes from, and since when there is one. */
export function moduleFlags(module: Described, { say }: HelpContext): Html {
  const set = {
    deprecated: module.deprecated,
    internal: module.internal,
    readrights: module.reads !== false,
    writerights: module.writes,
    mustbeposted: module.mustBePosted,
    generator: module.generator,
  }
  const flags = flagNames
    .filter((name) => set[name])
    .map(
      (name) =>
        html`<li><span class="apihelp-flag-${name}">${say(`api-help-flag-${name}`)}</span></li>`,
    )
  const source = say('api-help-source', '<span dir="ltr" lang="en">MediaWiki</span>')
  const name = '<span dir="ltr" lang="en">GPL-2.0-or-later</span>'
  const license = say('api-help-license', `[[Special:Version/License/MediaWiki|${name}]]`)
  const since =
    module.since &&
    html`<li><span class="apihelp-since">${say('api-help-since', escapeWikitext(module.since))}</span></li>`
  return html`<div class="apihelp-block apihelp-flags"><ul>${flags}<li><span class="apihelp-source">${source}</span></li><li><span class="apihelp-license">${license}</span></li>${since || undefined}</ul></div>
`
}

const flagNames = [
  'deprecated',
  'internal',
  'readrights',
  'writerights',
  'mustbeposted',
  'generator',
] as const
