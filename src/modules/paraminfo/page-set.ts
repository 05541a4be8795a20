import { type Described, defineModule } from '../module.ts'

/** The names of the parameters that choose pages. */
const names = ['titles', 'pageids', 'revids', 'generator', 'redirects', 'converttitles']

/** The parameters that choose pages, as if they were a module: MediaWiki once told about them so. */
export function pageSet(query: Described | undefined): Described {
  const params = query?.params ?? {}
  const chosen = Object.entries(params).filter(([name]) => names.includes(name))
  const submodules = query?.submodules ?? {}
  return defineModule({
    name: 'pageset',
    className: 'ApiPageSet',
    group: undefined,
    reads: true,
    params: Object.fromEntries(chosen),
    submodules,
    answer: () => undefined,
  })
}
