import { type Html, html } from '../../messages/html.ts'
import type { HelpContext } from './help-context.ts'
import type { Section } from './help-sections.ts'
import { mainSections } from './main-notes.ts'
import { headingOf } from './module-header.ts'

interface Entry {
  readonly id: string
  readonly text: Html
  readonly under: readonly Entry[]
}

/** The table of contents, by which a long page is found through. */
export function contents(sections: readonly Section[], context: HelpContext): Html {
  const entries = sections.map((section) => entryOf(section, context))
  return html`<div id="toc" class="toc" role="navigation" aria-labelledby="mw-toc-heading"><input type="checkbox" role="button" id="toctogglecheckbox" class="toctogglecheckbox" hidden=""/><div class="toctitle"><h2 id="mw-toc-heading">${context.say('api-help-toc')}</h2><span class="toctogglespan"><label class="toctogglelabel" for="toctogglecheckbox"></label></span></div>
${list(entries, [])}</div>
`
}

function entryOf({ module, under }: Section, context: HelpContext): Entry {
  const notes = module.group === undefined ? mainSections : []
  return {
    id: module.path,
    text: headingOf(module, context),
    under: [
      ...under.map((section) => entryOf(section, context)),
      ...notes.map(({ id, heading }) => ({ id, text: context.say(heading), under: [] })),
    ],
  }
}

function list(entries: readonly Entry[], above: readonly number[]): Html | undefined {
  if (entries.length === 0) return undefined
  const items = entries.map(({ id, text, under }, index) => {
    const number = [...above, index + 1]
    return html`<li class="toclevel-${number.length}"><a href="#${id}"><span class="tocnumber">${number.join('.')}</span> <span class="toctext">${text}</span></a>${list(under, number)}</li>
`
  })
  return html`<ul>
${items}</ul>
`
}
