import { definePage, type PageAnswer, type PageCall } from './page.ts'
import { installed } from './version/installed.ts'
import { showCredits, showLicense } from './version/legal-pages.ts'

/** Tells what serves the wiki, and under which licence it may be passed on. */
export const version = definePage({
  name: 'Version',
  title: 'version',

  answer(call) {
    const [part = '', ...rest] = call.subpage.split('/')
    return subpages.get(part.toLowerCase())?.(rest.join('/'), call) ?? { body: installed(call) }
  },
})

/** What has a page of its own below this one, as MediaWiki links to it. */
const subpages: ReadonlyMap<string, (name: string, call: PageCall) => PageAnswer> = new Map([
  ['credits', showCredits],
  ['license', showLicense],
])
