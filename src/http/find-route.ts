import type { Settings } from '../settings/settings.ts'

/** Where a request is to be answered. */
export type Route =
  | { readonly door: 'api' }
  /** A name after api.php, which is no file. */
  | { readonly door: 'beside api'; readonly script: string }
  /** A page; its title may stand in the path, or in the parameters. */
  | { readonly door: 'page'; readonly title: string | undefined }
  | { readonly door: 'resource'; readonly name: string }
  /** The icon that browsers ask for without being told. */
  | { readonly door: 'icon' }
  | { readonly door: 'none' }

/** Finds out what a path leads to: MediaWiki's scripts, its pages, or what they load. */
export function findRoute(path: string, { ScriptPath, ArticlePath }: Settings): Route {
  const api = findScript('/api.php', path, ScriptPath)
  if (api !== undefined) return path === api ? apiRoute : { door: 'beside api', script: api }
  const index = findScript('/index.php', path, ScriptPath)
  if (index !== undefined) return { door: 'page', title: decode(path.slice(index.length + 1)) }

  if (path === '/favicon.ico') return { door: 'icon' }
  const resources = `${ScriptPath}/resources/`
  if (path.startsWith(resources)) return { door: 'resource', name: path.slice(resources.length) }

  const [articles = ''] = ArticlePath.split('$1', 1)
  if (path.startsWith(articles)) return { door: 'page', title: decode(path.slice(articles.length)) }
  return path === '/' || path === `${ScriptPath}/`
    ? { door: 'page', title: undefined }
    : { door: 'none' }
}

const apiRoute: Route = { door: 'api' }

/** The script of that name that a path begins with, as it is called there. */
function findScript(name: string, path: string, scriptPath: string): string | undefined {
  for (const folder of [scriptPath, '', '/w']) {
    if (!path.startsWith(name, folder.length) || !path.startsWith(folder)) continue
    const end = folder.length + name.length
    if (path.length === end || path[end] === '/') return path.slice(0, end)
  }
  return undefined
}

function decode(encoded: string): string | undefined {
  if (encoded === '') return undefined
  try {
    return decodeURIComponent(encoded)
  } catch {
    // What is not percent-encoded is what it says.
    return encoded
  }
}
