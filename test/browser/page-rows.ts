import { alice, theo } from './site.ts'

/** Who looks at pages: nobody who has logged in, somebody with an account, somebody who may do everything. */
export const people = { nobody: undefined, alice, theo } as const

/** A page that people see: where it is, and who looks at it. */
export interface PageRow {
  readonly name: string
  readonly path: string
  readonly visitor: keyof typeof people
}

/** Every page, each in the states that look different. */
// biome-ignore format: a table
export const pageRows: readonly PageRow[] = [
  { visitor: 'nobody', name: 'help of the API',      path: '/api.php' },
  { visitor: 'nobody', name: 'help of modules',      path: '/api.php?action=help&modules=query%2Btokens|login|block&toc=1' },
  { visitor: 'nobody', name: 'answer as JSON',       path: '/api.php?action=query&meta=siteinfo&format=jsonfm' },
  { visitor: 'nobody', name: 'answer as XML',        path: '/api.php?action=query&meta=siteinfo&format=xmlfm' },
  { visitor: 'nobody', name: 'answer as PHP',        path: '/api.php?action=query&meta=siteinfo&format=phpfm' },
  { visitor: 'nobody', name: 'error as JSON',        path: '/api.php?action=checktoken&format=jsonfm' },
  { visitor: 'alice',  name: 'answer about oneself', path: '/api.php?action=query&meta=userinfo&uiprop=*&format=jsonfm' },
]

/** The same page in this language, whatever is preferred. */
export function inLanguage(path: string, language: string): string {
  return `${path}${path.includes('?') ? '&' : '?'}uselang=${language}`
}
