import { namespaces } from '../../modules/namespaces.ts'
import { readPageTitle } from '../../modules/query/page-title.ts'
import type { PageCall } from '../page.ts'

/** What lines of a field name, or the first that names nothing. */
type Lines<Item> = { readonly found: readonly Item[] } | { readonly unknown: string }

/** Reads pages that there are, a title a line. */
export async function readPages(
  text: string,
  { settings, sources }: PageCall,
): Promise<Lines<string>> {
  const interwikis = await sources.interwikis.list()
  const found: string[] = []
  for (const line of linesOf(text)) {
    const title = readPageTitle(line, { settings, interwikis })
    const isOurs = 'full' in title && title.interwiki === undefined
    const page = isOurs && (await sources.pages.findByTitle(title.namespace, title.text))
    if (!isOurs || !page) return { unknown: line }
    found.push(title.full)
  }
  return { found }
}

/** Reads namespaces, a name or a number a line. */
export function readNamespaces(text: string, { settings, text: say }: PageCall): Lines<number> {
  const known = namespaces(settings).filter(({ id }) => id >= 0)
  const found: number[] = []
  for (const line of linesOf(text)) {
    const wanted = line.replaceAll('_', ' ').toLowerCase()
    const namespace = known.find(({ id, name, canonical }) =>
      [String(id), name || say('blanknamespace'), canonical ?? ''].some(
        (each) => each.toLowerCase() === wanted,
      ),
    )
    if (namespace === undefined) return { unknown: line }
    found.push(namespace.id)
  }
  return { found }
}

// More than any block may name.
const mostLines = 100

function linesOf(text: string): readonly string[] {
  const lines = text.split('\n', mostLines).map((line) => line.trim())
  return lines.filter((line) => line !== '')
}
