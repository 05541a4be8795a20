import { apiUrl } from '../settings/settings.ts'
import { spellQuery } from './local-url.ts'
import { definePage, type Query } from './page.ts'

/**
 * Leads to the documentation of a module: `Special:ApiHelp/query+tokens`. With `sub/` before it, the modules
 * under it are shown as well; with `rsub/`, those under them, too.
 */
export const apiHelp = definePage({
  name: 'ApiHelp',
  title: 'apihelp',
  isListed: false,
  isForEverybody: true,

  answer({ subpage, params, settings }) {
    const { prefixes, path } = readSubpage(subpage)
    const isAsked = (name: string, prefix: string): boolean =>
      params.has(name) || prefixes.includes(prefix)
    const asked: Query = {
      action: 'help',
      ...(isAsked('submodules', 'sub/') ? { submodules: '1' } : {}),
      ...(isAsked('recursivesubmodules', 'rsub/') ? { recursivesubmodules: '1' } : {}),
      modules: path,
    }
    return { redirect: `${apiUrl(settings)}?${spellQuery(asked)}` }
  },
})

function readSubpage(subpage: string): { prefixes: readonly string[]; path: string } {
  const { prefixes = '', path = '' } =
    /^(?<prefixes>(?:r?sub\/)*)(?<path>.*)$/s.exec(subpage)?.groups ?? {}
  // PHP finds `0` empty, too.
  const isNothing = subpage === '' || subpage === '0'
  return { prefixes: prefixes.match(/r?sub\//g) ?? [], path: isNothing ? 'main' : path }
}
