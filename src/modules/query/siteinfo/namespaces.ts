import { annotate, listOf, type ResultValue } from '../../../result/value.ts'
import { namespaces } from '../../namespaces.ts'
import type { SiteProperty } from '../siteinfo.ts'

const protectedNamespace = 8

/** The namespaces, by number. */
export const namespacesById: SiteProperty = ({ settings }) => {
  const entries = namespaces(settings).map(({ id, name, canonical, subpages }) => {
    const namespace = {
      id,
      case: 'first-letter',
      name,
      subpages,
      canonical,
      content: id === 0,
      nonincludable: false,
      namespaceprotection: id === protectedNamespace ? 'editinterface' : undefined,
    }
    return [String(id), annotate(namespace, { content: 'name' })] satisfies [string, ResultValue]
  })
  return annotate(new Map<string, ResultValue>(entries), { itemTag: 'ns', arrayType: 'assoc' })
}

/** Other names of namespaces. */
export const namespaceAliases: SiteProperty = () =>
  listOf('ns', [
    annotate({ id: 6, alias: 'Image' }, { content: 'alias' }),
    annotate({ id: 7, alias: 'Image talk' }, { content: 'alias' }),
  ])
