import { findElements } from '../find-elements.ts'
import { readMarkup, textOf } from '../read-markup.ts'

/** A page that shows an answer: by which names styles and scripts find it, and what it shows. */
export interface AnswerPage {
  readonly facts: Readonly<Record<string, unknown>>
  /** The text of the answer. */
  readonly content: string
}

/** What styles, scripts and people look for. */
const hooks = [
  'body.mediawiki.ltr.sitedir-ltr.ns--1.ns-special.skin-apioutput.action-view',
  'body.mw-special-ApiHelp.page-Special_ApiHelp.rootpage-Special_ApiHelp',
  'div.mw-body[role=main] > h1#firstHeading',
  'div#mw-content-text.mw-body-content > div.api-pretty-header',
  'div#mw-content-text pre.api-pretty-content',
  'div.printfooter[data-nosnippet]',
  'html.client-nojs[dir=ltr]',
  'meta[name=robots][content="noindex,nofollow"]',
]

/** Finds the answer in a page, if it shows one. */
export function findAnswerPage(html: string): AnswerPage | undefined {
  const page = readMarkup(html)
  const has = (selector: string): boolean => findElements(page, selector).length > 0
  const [content] = findElements(page, 'pre.api-pretty-content')
  if (content === undefined) return undefined

  const [root] = findElements(page, 'html')
  const lacks = hooks.filter((hook) => !has(hook))
  const link = findElements(page, '.api-pretty-header a').find(
    (each) => findElements(each, 'kbd').length > 0,
  )
  return {
    facts: {
      language: root?.attributes.get('lang') ?? '',
      ...(lacks.length > 0 && { lacks }),
      ...(has('div.api-pretty-header.api-pretty-status') && { tellsStatus: true }),
      ...(link && { plain: link.attributes.get('href') ?? null }),
    },
    // HTML does not count a line break at the beginning of preformatted text.
    content: textOf(content).replace(/^\n/, ''),
  }
}
