import type { Page } from 'playwright-core'
import { alice, theo } from './site.ts'

/** Who looks at pages: nobody who has logged in, somebody with an account, somebody who may do everything. */
export const people = { nobody: undefined, alice, theo } as const

/** A page that people see: where it is, who looks at it, and what they have done to see it so. */
export interface PageRow {
  readonly name: string
  readonly path: string
  readonly visitor: keyof typeof people
  readonly act?: (page: Page) => Promise<void>
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

  { visitor: 'nobody', name: 'main page',            path: special('Main_Page') },
  { visitor: 'alice',  name: 'main page of a user',  path: special('Main_Page') },
  { visitor: 'nobody', name: 'missing page',         path: special('Nowhere') },
  { visitor: 'nobody', name: 'missing special page', path: special('Special:Nowhere') },
  { visitor: 'nobody', name: 'bad title',            path: special('%3Cx%3E') },
  { visitor: 'nobody', name: 'special pages',        path: special('Special:SpecialPages') },
  { visitor: 'theo',   name: 'special pages of who may do everything', path: special('Special:SpecialPages') },
  { visitor: 'nobody', name: 'logged out',           path: special('Special:UserLogout') },
  { visitor: 'nobody', name: 'version',              path: special('Special:Version') },
  { visitor: 'alice',  name: 'log out',              path: special('Special:UserLogout') },
  { visitor: 'nobody', name: 'token inspector',      path: special('Special:Tokens') },
  { visitor: 'alice',  name: 'sessions',             path: special('Special:Sessions') },
]

/** The address of a page of the wiki by its title. */
function special(title: string): string {
  return `/index.php?title=${title}`
}
