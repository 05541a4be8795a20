import { type Html, html } from '../../messages/html.ts'
import { asHere, submodulesOf } from '../documentation/find-described.ts'
import { wordsToHtml } from '../documentation/spell-words.ts'
import { wordsOfModule } from '../documentation/words-of.ts'
import type { Described } from '../module.ts'
import type { HelpContext } from './help-context.ts'
import { mainLinks, mainNotes, permissions, sandboxLink } from './main-notes.ts'
import { moduleExamples } from './module-examples.ts'
import { moduleFlags } from './module-flags.ts'
import { moduleHeader } from './module-header.ts'
import { moduleNotes } from './module-notes.ts'
import { moduleParams } from './module-params.ts'

/** How much of what is under a module is shown: nothing, what is right under it, or all. */
export type Depth = 'itself' | 'submodules' | 'all'

/** A module on the page, and those that are shown under it. */
export interface Section {
  readonly module: Described
  readonly level: number
  readonly under: readonly Section[]
}

/** The sections of a page, in order. */
export function sectionsOf(
  modules: readonly Described[],
  depth: Depth,
  level = 2,
): readonly Section[] {
  return modules.map((module) => {
    const next = depth === 'all' ? 'all' : 'itself'
    const submodules = depth === 'itself' ? [] : submodulesOf(module, { deep: false })
    return { module, level, under: sectionsOf(submodules, next, level + 1) }
  })
}

/** The documentation of one module, and of what is shown under it. */
export function sectionToHtml(
  { module: asDeclared, level, under }: Section,
  context: HelpContext,
): Html {
  const module = asHere(asDeclared, context)
  const { language, addressOf } = context
  const isMain = module.group === undefined
  const words = wordsToHtml(wordsOfModule(module), language, addressOf)
  return html`${moduleHeader(module, level, context)}${moduleFlags(module, context)}${isMain ? mainLinks(context) : undefined}${words}
${isMain ? sandboxLink(context) : undefined}${helpUrls(module)}${moduleParams(module, context)}${moduleExamples(module, context)}${moduleNotes(module, context)}${isMain ? permissions(context) : undefined}${under.map((section) => sectionToHtml(section, context))}${isMain ? mainNotes(context) : undefined}`
}

function helpUrls({ helpUrls }: Described): Html | undefined {
  if (helpUrls.length === 0) return undefined
  const items = helpUrls.map((url) => html`<li><a href="${url}" dir="ltr">${url}</a></li>`)
  return html`<div class="apihelp-block apihelp-help-urls"><ul>${items}</ul></div>
`
}
