import { partsOf } from '../../../client/parts-of.ts'
import type { ModuleInfo, ParamInfo } from '../module-info.ts'

/** The names of namespaces, by number. */
export type Namespaces = Readonly<Record<string, string>>

/** Tells whether a parameter of a module is a namespace: then its values are those of the wiki. */
export function needsNamespaces({ parameters }: ModuleInfo): boolean {
  return parameters.some(({ type }) => type === 'namespace')
}

/** Reads namespaces out of the answer of `meta=siteinfo&siprop=namespaces`. */
export function readNamespaces(answer: unknown): Namespaces {
  const { namespaces } = partsOf(partsOf(answer)['query'])
  return Object.fromEntries(
    Object.entries(partsOf(namespaces)).map(([id, namespace]) => [
      id,
      String(partsOf(namespace)['name'] ?? ''),
    ]),
  )
}

/** Puts the namespaces of the wiki in the place of the type. */
export function withNamespaces(module: ModuleInfo, namespaces: Namespaces): ModuleInfo {
  const fill = (info: ParamInfo): ParamInfo => {
    if (info.type !== 'namespace') return info
    const ids = Object.keys(namespaces).filter(
      (id) => Number(id) >= 0 || info.extranamespaces?.includes(Number(id)),
    )
    const sorted = ids.sort((one, other) => Number(one) - Number(other))
    return { ...info, type: sorted, labels: namespaces }
  }
  return { ...module, parameters: module.parameters.map(fill) }
}
