import { type Document, JSDOM } from 'jsdom'

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
  const { document } = new JSDOM(html).window
  const content = document.querySelector('pre.api-pretty-content')
  if (content === null) return undefined

  const lacks = hooks.filter((hook) => !find(document, hook))
  const link = document.querySelector('.api-pretty-header kbd')?.closest('a')
  return {
    facts: {
      language: document.documentElement.lang,
      ...(lacks.length > 0 && { lacks }),
      ...(find(document, 'div.api-pretty-header.api-pretty-status') && { tellsStatus: true }),
      ...(link && { plain: link.getAttribute('href') }),
    },
    content: content.textContent,
  }
}

function find(document: Document, selector: string): boolean {
  return document.querySelector(selector) !== null
}
