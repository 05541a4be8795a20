import { readJson } from '../read-json.ts'

/** Tells whether a text is a page of `action=help`. */
export function isHelpPage(text: string): boolean {
  return /^<!(?:--|DOCTYPE)/.test(text) && text.includes('class="apihelp-header')
}

/**
 * What of a page of documentation is structure, in order: ids, classes, names of modules and
 * parameters, and how many facts each has. Sentences, and what only Jeton tells, are left out.
 */
export function helpOutline(page: string): unknown {
  const [, comment] = /^<!-- API warnings and errors:\s*(\{.*?\})\s*-->/s.exec(page) ?? []
  const warnings = readJson(comment ?? '')
  const start = page.indexOf('id="mw-content-text"')
  const body = withoutOwn(page.slice(start))
  const outline = [...body.matchAll(pattern)].flatMap(
    ([, tag = '', attributes = '', text = '']) => {
      const line = lineOf(tag, attributes, text)
      return line === undefined ? [] : [line]
    },
  )
  return {
    ...(typeof warnings === 'object' && warnings),
    page: outline,
  }
}

const pattern = /<(\w+)((?:\s[\w-]+="[^"]*")*)\s*\/?>([^<]*)/g
const own = /^apihelp-(?:since|errors|history|links|answer|table|languages)$/
const known =
  /^(?:apihelp-.*|toc\w*|api-main-links|mw-apisandbox-link|printfooter|info|description)$/

function lineOf(tag: string, attributes: string, text: string): string | undefined {
  const [, id] = /\sid="([^"]*)"/.exec(attributes) ?? []
  const [, given = ''] = /\sclass="([^"]*)"/.exec(attributes) ?? []
  const classes = given.split(' ').filter((name) => known.test(name) && !own.test(name))
  const isName =
    tag === 'span' && / lang="en"/.test(attributes) && text !== '' && classes.length === 0
  if (isName) return `  ${text}`
  if (id === undefined && classes.length === 0) return undefined
  // MediaWiki repeats ids in the form of older browsers, and styles its table of contents by them.
  if (id !== undefined && (id.includes('.2F') || id === 'mw-content-text')) return undefined
  const isModule = classes.includes('apihelp-module-name')
  const name = `${tag}${id === undefined ? '' : `#${id}`}${classes.map((each) => `.${each}`).join('')}`
  return isModule ? `${name} ${text}` : name
}

/** Without what MediaWiki's page does not tell: blocks of Jeton's own, and the lists of a parameter's values. */
function withoutOwn(body: string): string {
  return body
    .replaceAll(/<div class="apihelp-block apihelp-errors">.*?<\/table><\/div><\/div>/gs, '')
    .replaceAll(/<div class="apihelp-block apihelp-(?:history|links)">.*?<\/ul><\/div>/gs, '')
    .replaceAll(/<li><span class="apihelp-since">.*?<\/li>/gs, '')
    .replaceAll(/<dd class="apihelp-answer">.*?<\/dd>/gs, '')
    .replaceAll(/<nav class="hlist apihelp-(?:languages|places)".*?<\/nav>/gs, '')
}
